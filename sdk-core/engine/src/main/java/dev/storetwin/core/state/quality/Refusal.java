package dev.storetwin.core.state.quality;

import dev.storetwin.state.Defect;

/**
 * Why an event is not taken.
 *
 * @param reason for people: which event, what was expected, and what may be behind it
 */
public record Refusal(Defect defect, String reason) {}
