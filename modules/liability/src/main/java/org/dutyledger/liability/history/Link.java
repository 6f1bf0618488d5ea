package org.dutyledger.liability.history;

/** How one subject leads to others: by a fact about the others that names it. */
public enum Link {
    /** Of an application. */
    REMEDIES_OF_RISK,
    /** Of a detection. */
    INCIDENTS_OF_RISK,
    /** Of a detection. */
    INCIDENTS_OF_VERSION,
    HARMS_OF_RISK,
    HARMS_OF_VERSION,
    HARMS_OF_INCIDENT,
    /** Of a filing. */
    CLAIMS_OF_HARM,
    /** Of a release: the versions that name it as the one before. */
    VERSIONS_AFTER
}
