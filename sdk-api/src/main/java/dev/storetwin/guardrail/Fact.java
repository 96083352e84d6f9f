package dev.storetwin.guardrail;

/** Something that rules can match on beside the action. Implementations are flat records; what is not known is no fact. */
public interface Fact {}
