package dev.storetwin.decision;

/** How far the twin may go alone with one capability. */
public enum Autonomy {
    /** It answers nothing but "do nothing". */
    OFF,
    /** It decides and writes down what it would have advised, and advises nothing. */
    SHADOW,
    /** It answers, and the host acts. */
    ADVISE,
    /** It also carries out what somebody said yes to, action by action. */
    APPROVE,
    /** As {@link #FULL} for a share of the keys, the same ones every time; as {@link #ADVISE} for the others. */
    CANARY,
    /** It also carries out what the guardrails passed, when asked to. */
    FULL
}
