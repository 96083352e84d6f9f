package dev.storetwin.core.inventory.plan;

import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.inventory.Allotment;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Any way to plan orders, which also tries what a plan allots: the proposal is the same as without a plan, with one alternative more. That what
 * is above the allotment does not pass is up to whoever decides.
 *
 * @param orders how they are planned where nothing is scarce
 */
public record AllottedPlanning(Planning<ReplenishmentQuestion, Replenishment> orders)
        implements Planning<ReplenishmentQuestion, Replenishment> {

    @Override
    public Way<ReplenishmentQuestion, Replenishment> within(
            Effort most, TwinState state, ReplenishmentQuestion question) {
        var way = orders.within(most, state, question.unlimited());
        return question.allotment().isEmpty() ? way : new Way<>(way.work(), new Allotted(way.planner()));
    }

    @Override
    public Planner<ReplenishmentQuestion, Replenishment> again(
            Work work, TwinState state, ReplenishmentQuestion question, Function<ModelOrigin, TwinState> past) {
        var planner = orders.again(work, state, question.unlimited(), past);
        return question.allotment().isEmpty() ? planner : new Allotted(planner);
    }

    /** A way for a question that was worked out before; it gives the answer that the others give. */
    public static Way<ReplenishmentQuestion, Replenishment> known(Work work, OrderValues values) {
        return new Way<>(work, new Allotted(new KnownOrder(values)));
    }

    /** Asks another planner what it would do without the plan. */
    private record Allotted(Planner<ReplenishmentQuestion, Replenishment> free)
            implements Planner<ReplenishmentQuestion, Replenishment> {

        @Override
        public Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question) {
            var proposal = free.plan(state, question.unlimited());
            return question.allotment()
                    .map(it -> within(it, proposal, state, question.unlimited()))
                    .orElse(proposal);
        }

        @Override
        public Alternative<Replenishment> score(TwinState state, ReplenishmentQuestion question, Replenishment action) {
            return free.score(state, question.unlimited(), action);
        }

        private Proposal<Replenishment> within(
                Allotment allotted, Proposal<Replenishment> proposal, TwinState state, ReplenishmentQuestion question) {
            var alternatives = new ArrayList<>(proposal.alternatives());
            best(proposal)
                    .filter(it -> isNew(allotted.most(), proposal))
                    .map(it -> GivenValues.of(state, question, free, it).of(allotted.most()))
                    .map(it -> free.score(state, question, it))
                    .ifPresent(alternatives::add);
            var evidence = new ArrayList<>(proposal.evidence());
            evidence.addAll(allotted.evidence());
            return new Proposal<>(
                    proposal.capability(),
                    proposal.target(),
                    proposal.asOf(),
                    proposal.objective(),
                    alternatives,
                    evidence,
                    proposal.missing(),
                    proposal.reasons(),
                    proposal.versions());
        }

        private static boolean isNew(Quantity most, Proposal<Replenishment> proposal) {
            return most.isPositive()
                    && orders(proposal).stream().noneMatch(it -> it.quantity().equals(most));
        }

        private static List<Replenishment> orders(Proposal<Replenishment> proposal) {
            return proposal.alternatives().stream()
                    .flatMap(it -> it.action().stream())
                    .toList();
        }

        private static Optional<Replenishment> best(Proposal<Replenishment> proposal) {
            return proposal.alternatives().stream()
                    .filter(it -> !it.isDoNothing())
                    .max(Comparator.comparingDouble(Alternative::expectedValue))
                    .flatMap(Alternative::action);
        }
    }
}
