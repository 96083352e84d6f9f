package dev.storetwin.core.pricing.together;

import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Any way to plan single prices, which also tries those that a plan of many may need: the proposal is the same as for a single price, with more alternatives.
 *
 * @param single how prices are planned by aim
 */
public record TogetherPlanning(Function<PriceAim, Planning<PriceQuestion, PriceChange>> single)
        implements Planning<TogetherQuestion, PriceChange> {

    @Override
    public Way<TogetherQuestion, PriceChange> within(Effort most, TwinState state, TogetherQuestion question) {
        var way = single.apply(question.aim()).within(most, state, question.single());
        return new Way<>(way.work(), new Wider(way.planner()));
    }

    @Override
    public Planner<TogetherQuestion, PriceChange> again(
            Work work, TwinState state, TogetherQuestion question, Function<ModelOrigin, TwinState> past) {
        return new Wider(single.apply(question.aim()).again(work, state, question.single(), past));
    }

    /** Asks another planner about more prices. */
    private record Wider(Planner<PriceQuestion, PriceChange> single) implements Planner<TogetherQuestion, PriceChange> {

        @Override
        public Proposal<PriceChange> plan(TwinState state, TogetherQuestion question) {
            var proposal = single.plan(state, question.single());
            var more = proposal.isInsufficient() ? List.<PriceChange>of() : missing(state, question, proposal);
            return more.isEmpty() ? proposal : with(state, question.single(), proposal, more);
        }

        @Override
        public Alternative<PriceChange> score(TwinState state, TogetherQuestion question, PriceChange action) {
            return single.score(state, question.single(), action);
        }

        private static List<PriceChange> missing(
                TwinState state, TogetherQuestion question, Proposal<PriceChange> proposal) {
            var asked = question.single();
            var present = state.catalog()
                    .price(asked.sku(), asked.channel(), asked.asOf())
                    .map(PricePoint::price);
            var known = proposal.alternatives().stream()
                    .flatMap(it -> it.action().stream())
                    .map(PriceChange::to)
                    .toList();
            return present.stream()
                    .flatMap(from -> question.also().stream()
                            .filter(it -> !known.contains(it) && !it.equals(from))
                            .map(to -> new PriceChange(asked.sku(), asked.channel(), from, to)))
                    .toList();
        }

        private Proposal<PriceChange> with(
                TwinState state, PriceQuestion question, Proposal<PriceChange> proposal, List<PriceChange> more) {
            var alternatives = new ArrayList<>(proposal.alternatives());
            more.forEach(it -> alternatives.add(single.score(state, question, it)));
            return new Proposal<>(
                    proposal.capability(),
                    proposal.target(),
                    proposal.asOf(),
                    proposal.objective(),
                    alternatives,
                    proposal.evidence(),
                    proposal.missing(),
                    proposal.reasons(),
                    proposal.versions());
        }
    }
}
