package dev.storetwin.decision;

/** How far the twin may go alone with one capability. */
public enum Autonomy {
    /** It answers, and the host acts. */
    ADVISE,
    /** It also carries out what the guardrails passed, when asked to. */
    FULL
}
