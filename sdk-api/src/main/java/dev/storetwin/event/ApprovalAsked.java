package dev.storetwin.event;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.List;

/**
 * A decision's action waits for somebody's yes.
 *
 * @param reasons   why, most important first
 * @param approvals how many different people must say yes; from two on, none of them may be who asked
 * @param expires   from when on no yes counts any more
 * @param by        who asked for it to be carried out
 */
public record ApprovalAsked(
        EventHeader header,
        DecisionId decision,
        ActionOutline action,
        List<String> reasons,
        int approvals,
        Instant expires,
        Actor by)
        implements TwinAct {

    public ApprovalAsked {
        reasons = List.copyOf(reasons);
    }
}
