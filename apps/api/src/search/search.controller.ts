import { Controller, Get, Query } from '@nestjs/common';
import { type SearchQuery, type SearchResults, searchQuery, searchResults } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { SearchService } from './search.service.js';

/** Whatever an organisation published, plans or publishes on, by its words. */
@Controller('organisations/:slug/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Needs('readFigures')
  @Answers(searchResults)
  find(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: searchQuery }) query: SearchQuery): Promise<SearchResults> {
    return this.search.find(organisation.id, query.q);
  }
}
