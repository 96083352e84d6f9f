package dev.storetwin.core.proposal;

import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import java.util.function.Function;

/**
 * The ways in which a capability can plan, from much work to little.
 *
 * @param <Q> the question
 * @param <A> the action
 */
public interface Planning<Q, A extends Action> {

    /**
     * The way with the most work that may be done. Depends on the moment: what is kept of earlier answers.
     *
     * @param most not {@link Effort#NOTHING}, which takes no planner
     */
    Way<Q, A> within(Effort most, TwinState state, Q question);

    /**
     * The planner that did this work then. The same whenever it is asked.
     *
     * @param work not {@link Effort#NOTHING}
     * @param past what was known where an earlier model comes from
     */
    Planner<Q, A> again(Work work, TwinState state, Q question, Function<ModelOrigin, TwinState> past);

    /** One planner that knows no cheaper way: it does full work as long as any is done. */
    static <Q, A extends Action> Planning<Q, A> of(Planner<Q, A> only) {
        return new Planning<>() {
            @Override
            public Way<Q, A> within(Effort most, TwinState state, Q question) {
                return new Way<>(Work.FULL, only);
            }

            @Override
            public Planner<Q, A> again(Work work, TwinState state, Q question, Function<ModelOrigin, TwinState> past) {
                return only;
            }
        };
    }
}
