import { z } from 'zod';
import { day } from './primitives.contract.js';

export const measures = [
  'followers', 'reach', 'reachOrganic', 'reachPaid', 'reachFollowers', 'views', 'viewsOrganic', 'viewsPaid', 'viewsFollowers',
  'likes', 'comments', 'shares', 'saves', 'clicks', 'videoViews', 'watchTimeSeconds', 'visits', 'followersReached28Days',
] as const;
export const measure = z.enum(measures).meta({ id: 'Measure' });
export type Measure = z.infer<typeof measure>;

/** What a figure counts, and so whether it may be divided by followers. */
export const measureBasis = z
  .enum(['people_period', 'people_day', 'people_estimated', 'views', 'impressions', 'members', 'actions', 'none'])
  .meta({ id: 'MeasureBasis' });

/** One of our measures as one network counts it, over the time that this way of counting was in force. */
export const measureDefinition = z
  .object({
    /** Stable: `<network>.<measure>.<first day in force or "origin">`. */
    id: z.string(),
    network: z.string(),
    measure,
    level: z.enum(['post', 'channel']),
    /** The network's own names for it, by the door it comes through. */
    networkNames: z.object({ api: z.string().optional(), file: z.string().optional(), hand: z.string().optional() }),
    basis: measureBasis,
    /** First day this definition holds; null: always had. */
    validFrom: day.nullable(),
    /** First day it no longer holds; null: still in force. */
    validUntil: day.nullable(),
    /** False where a figure under this definition must not be compared with one under the previous. */
    comparableWithPrevious: z.boolean(),
    /** The network lowers the figure as the post ages: the highest reading counts. */
    fading: z.boolean(),
    /** Shown where the network gives no reach, labelled, never as a reach. */
    standIn: z.boolean(),
    /** Whether the network gives it at all under this definition. */
    given: z.boolean(),
    /** Public source of these facts. */
    source: z.string(),
  })
  .meta({ id: 'MeasureDefinition' });
export type MeasureDefinition = z.infer<typeof measureDefinition>;

export const channelKinds = ['page', 'account', 'group', 'list', 'site'] as const;

/** Sign of a network on a square of 20: lines in the colour of the text, some of them filled. */
export const networkIcon = z.object({ lines: z.array(z.string()), fills: z.array(z.string()) });
export type NetworkIcon = z.infer<typeof networkIcon>;

/** How a network is asked by itself. */
export const networkCollection = z.object({
  /** Usual hours between two collections of a channel. */
  everyHours: z.number().positive(),
  /** How many days back it tells anything, at a first collection; null: as far as there are posts. */
  remembersDays: z.number().positive().nullable(),
  /** Ages of a post, in hours, at which it is read again; the last one ends it. */
  ageStepsHours: z.array(z.number().positive()).min(1),
  /** Who shares its limits: every channel on one host, or every channel of the installation's application. */
  limitsSharedBy: z.enum(['host', 'application']),
});

/** Something a person types in order to connect a channel. */
export const connectSetting = z.object({
  /** `address`, `handle`, `username`, `password`, `code`. */
  name: z.string(),
  kind: z.enum(['address', 'text', 'password']),
  isRequired: z.boolean(),
  example: z.string(),
});

/** One way of opening a channel to Portée. */
export const connectWay = z.object({
  /** `authorise`: on the network's own page; `find`: without signing in; `sign-in`: name and password, not kept. */
  way: z.enum(['authorise', 'find', 'sign-in']),
  /** Which of several ways of one kind: sent, and kept by the channels it opens, as the setting `door`; its label stands among those of settings. */
  door: z.string().optional(),
  /** Network as whose application one signs in. Absent: this one's own. */
  applicationOf: z.string().optional(),
  /** Who asks for the account, where people call it otherwise than that network: Google, for YouTube. */
  accountAt: z.string().optional(),
  settings: z.array(connectSetting),
});

export const networkConnect = z.object({
  /** The best one first. */
  ways: z.array(connectWay).min(1),
  /** Whether the host of the installation must register an application at the network once. */
  needsApplication: z.boolean(),
  /** Permissions asked for, in the network's words. */
  permissions: z.array(z.object({ name: z.string(), isOptional: z.boolean() })),
});

/** A network as data. */
export const networkDescriptor = z.object({
  network: z.string(),
  label: z.string(),
  icon: networkIcon,
  channelKinds: z.array(z.enum(channelKinds)),
  /** Whether the network tells how many people saw a post. */
  givesReach: z.boolean(),
  /** Age in days at which a post's figures are final (the README of libs/shared/src/metrics says why). */
  finalAgeDays: z.number().positive(),
  /** Free networks, newsletters: nothing can be pushed, so every post is organic. */
  hasPaidPush: z.boolean(),
  /** How figures come in today. */
  doors: z.array(z.enum(['api', 'file', 'portee-csv', 'hand'])),
  /** null: it is not asked by itself. */
  collection: networkCollection.nullable(),
  /** null: there is nothing to connect. */
  connect: networkConnect.nullable(),
  definitions: z.array(measureDefinition),
});
export type NetworkDescriptor = z.infer<typeof networkDescriptor>;

/** A network in a person's language: the web draws everything about it from this. */
export const network = networkDescriptor
  .extend({
    sentences: z.object({
      /** What its figures can and cannot tell. */
      limits: z.string(),
      howToExport: z.string(),
      /** What to do, step by step, to connect a channel; empty where there is nothing to connect. */
      connectSteps: z.array(z.string()),
      /** What the host does once, step by step, to register an application. */
      applicationSteps: z.array(z.string()),
      /** What each setting is called, and how to find it. */
      settings: z.record(z.string(), z.object({ label: z.string(), hint: z.string() })),
    }),
  })
  .meta({ id: 'Network' });
export type Network = z.infer<typeof network>;
