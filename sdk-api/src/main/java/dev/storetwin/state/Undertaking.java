package dev.storetwin.state;

import dev.storetwin.event.ApprovalAsked;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of the acting on one decision.
 *
 * @param asOf       the moment that the decision was about
 * @param status     as the decision says
 * @param action     what is or was to be carried out
 * @param since      when it came to its stage
 * @param asked      what waits, or waited, for a yes
 * @param approvedBy who said yes to what was asked, and was not overruled, in order
 */
public record Undertaking(
        DecisionId decision,
        Instant asOf,
        String status,
        ActStage stage,
        ActionOutline action,
        Instant since,
        Optional<ApprovalAsked> asked,
        List<Actor> approvedBy) {

    public Undertaking {
        approvedBy = List.copyOf(approvedBy);
    }
}
