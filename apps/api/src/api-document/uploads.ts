const file = { type: 'string', format: 'binary' };

/** What a file is handed in with, where the body is read piece by piece and no schema stands in the code, by operation. */
export const uploads: Record<string, object> = {
  'Imports.create': {
    type: 'object',
    required: ['file'],
    properties: {
      file: { ...file, description: 'An export of a network, a Portée CSV, a table or a workbook' },
      channelId: { type: 'string', format: 'uuid', description: 'The channel it is of, where the file does not say' },
      timeZone: { type: 'string', description: 'Time zone of its dates, where the file does not say; the organisation’s by default' },
      observedAt: { type: 'string', description: 'When it was downloaded: an instant or a local day; the file’s own date by default' },
      mapping: { type: 'string', description: 'Which column holds what, as JSON, as `POST …/imports/{importId}/mapping` takes it' },
      skipRejected: { type: 'string', enum: ['true', 'false'], description: 'Apply it without its refused lines' },
    },
  },
  'AnalysisSettings.replaceHolidays': { type: 'object', required: ['file'], properties: { file: { ...file, description: 'An iCalendar of school holidays' } } },
  'Agenda.replace': { type: 'object', required: ['file'], properties: { file: { ...file, description: 'An iCalendar of what takes place' } } },
};

/** What files look like that an operation answers with. */
export const answeredFiles: Record<string, string> = {
  'text/csv': 'channel,network,post_id,published_at,format,paid,followers,reach\nLe Cerisier,mastodon,109348572104,2026-10-15T18:30:00+02:00,photo,0,1240,412\n',
  'text/calendar': 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Soirée contes\r\nDTSTART:20261015T163000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  'text/html': '<!doctype html>\n<html lang="fr">\n<head><title>La portée de nos publications, octobre 2026</title></head>\n<body><main><h1>Pour 100 abonnés, une publication typique touche 6 personnes.</h1></main></body>\n</html>\n',
  'text/css': 'main { max-width: 60rem }\n',
  'text/plain': 'portee_http_requests_total{status="200"} 1240\n',
};
