/** The roles that somebody or something may have in an incident, in the order of the models' outputs. */
export const fillerRoles = ['perpetrator', 'organisation', 'target', 'victim', 'weapon', 'nameless-victim'] as const;
export type FillerRole = (typeof fillerRoles)[number];

/** The types of incident that the models tell apart (MUC-4), in the order of their outputs. */
export const incidentTypes = ['attack', 'bombing', 'kidnapping', 'arson', 'robbery'] as const;
export type IncidentType = (typeof incidentTypes)[number];
