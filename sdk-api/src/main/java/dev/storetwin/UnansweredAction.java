package dev.storetwin;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.DecisionId;
import java.time.Instant;

/**
 * An action that was about to be carried out when the process ended or the disk was full: the platform may have it or not.
 *
 * @param since when it was about to be
 */
public record UnansweredAction(DecisionId decision, ActionOutline action, Instant since) {}
