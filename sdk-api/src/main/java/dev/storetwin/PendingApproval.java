package dev.storetwin;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.List;

/**
 * An action that waits for a yes.
 *
 * @param action     what would be done, about what, in words too
 * @param reasons    why, most important first
 * @param since      when it was asked for
 * @param expires    from when on no yes counts any more
 * @param askedBy    who wants it carried out
 * @param approvals  how many different people must say yes
 * @param approvedBy who did already
 */
public record PendingApproval(
        DecisionId decision,
        ActionOutline action,
        List<String> reasons,
        Instant since,
        Instant expires,
        Actor askedBy,
        int approvals,
        List<Actor> approvedBy) {

    public PendingApproval {
        reasons = List.copyOf(reasons);
        approvedBy = List.copyOf(approvedBy);
    }
}
