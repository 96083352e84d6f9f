package dev.storetwin.core;

import dev.storetwin.PricePlan;
import dev.storetwin.core.PlanRounds.Stopped;
import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.core.pricing.plan.PricedPlan;
import dev.storetwin.core.pricing.together.TogetherItems;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.PlanProgress.Phase;
import dev.storetwin.proposal.PlanWatch;
import dev.storetwin.state.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The making of one plan of prices: every price that each could take is scored and judged, the best that keep all rules are found together, each is
 * decided, and all is written down. Rules that tie prices hold for all of them or for none, so where one breaks or cannot be written down, none changes.
 *
 * <p>No price looks at another before all are judged, and the optimiser does not mind who does its work, so the answers do not depend on that. Nothing is
 * written before everything is decided, so a plan that is stopped has decided nothing.
 */
final class PricePlanRun {

    private static final Logger LOG = LoggerFactory.getLogger(PricePlanRun.class);

    private static final String NAME = "price plan";
    private static final double WEIGHING = .7;
    private static final double CHOOSING = .2;

    private final PricePlanDesk desk;
    private final PriceWishes wishes;
    private final PlanMoment moment;
    private final PlanRounds rounds;
    private final List<SkuInChannel> pairs;
    private final TogetherItems items;
    private final PriceAnswers answers;

    PricePlanRun(
            PricePlanDesk desk,
            PriceWishes wishes,
            PlanMoment moment,
            PlanWatch watch,
            BiFunction<SkuInChannel, Instant, PriceQuestion> asked) {
        this.desk = desk;
        this.wishes = wishes;
        this.moment = moment;
        this.rounds = new PlanRounds(desk.workers(), watch);
        this.pairs = pairs();
        this.items = new TogetherItems(
                moment.state(),
                moment.asOf(),
                wishes,
                desk.deciders().together().options(),
                pairs);
        this.answers = PriceAnswers.of(desk, moment, items, pairs, asked);
    }

    private List<SkuInChannel> pairs() {
        return wishes.pairs().orElseGet(this::all).stream()
                .filter(this::isInCategory)
                .sorted()
                .toList();
    }

    private List<SkuInChannel> all() {
        var catalog = moment.state().catalog();
        return catalog.skus().stream()
                .flatMap(sku -> catalog.channels(sku).stream().map(it -> new SkuInChannel(sku, it)))
                .toList();
    }

    private boolean isInCategory(SkuInChannel pair) {
        return wishes.category().isEmpty()
                || moment.state()
                        .catalog()
                        .variant(pair.sku())
                        .flatMap(Variant::category)
                        .equals(wishes.category());
    }

    PricePlan made() {
        var weighed = new ArrayList<Optional<WeighedPrice>>(Collections.nCopies(pairs.size(), Optional.empty()));
        var every = IntStream.range(0, pairs.size()).toArray();
        if (!rounds.run(Phase.DECIDING, WEIGHING, every, i -> Optional.of(answers.weighed(pairs.get(i))), weighed)) {
            return stopped();
        }
        try {
            return made(weighed.stream().flatMap(Optional::stream).toList(), every);
        } catch (Stopped byWatch) {
            return stopped();
        }
    }

    private PricePlan made(List<WeighedPrice> weighed, int[] every) {
        var plan = chosen(weighed);
        var priced = priced(weighed, plan);
        var lines = new ArrayList<Optional<PriceLine>>(Collections.nCopies(every.length, Optional.empty()));
        boolean goesOn = rounds.run(
                Phase.SHARING,
                CHOOSING,
                every,
                i -> Optional.of(answers.decided(pairs.get(i), weighed.get(i), priced.get(i))),
                lines);
        if (!goesOn) {
            return stopped();
        }
        var decided = lines.stream().flatMap(Optional::stream).toList();
        var broken = broken(decided, plan);
        var written = broken.map(why -> failed(decided, why)).orElse(decided);
        var unwritten = new PlanTrail(desk.live(), NAME, rounds).whole(written, words());
        return unwritten
                .map(why -> told(failed(written, why), Optional.empty(), Optional.of(why)))
                .orElseGet(() -> told(written, broken.isPresent() ? Optional.empty() : plan, broken));
    }

    /** What the plan makes of each, in order. */
    private static List<Optional<PricedLine>> priced(List<WeighedPrice> weighed, Optional<PricedPlan> plan) {
        var lines = plan.map(PricedPlan::lines).orElse(List.of()).iterator();
        return weighed.stream()
                .map(it -> it.item().filter(item -> lines.hasNext()).map(item -> lines.next()))
                .toList();
    }

    /** Why none of the prices may change: rules that tie them hold for all of them or for none. */
    private static Optional<String> broken(List<PriceLine> lines, Optional<PricedPlan> plan) {
        return plan.isEmpty()
                ? Optional.of("the prices cannot be planned together; the log says why")
                : lines.stream()
                        .filter(PriceLine::isBroken)
                        .findFirst()
                        .map(it ->
                                "the price of %s cannot be decided as planned, and prices of a plan change together or not at all"
                                        .formatted(it.pair()));
    }

    private static List<PriceLine> failed(List<PriceLine> lines, String why) {
        return lines.stream().map(it -> it.failed(why)).toList();
    }

    /** Empty when the optimiser broke: then no price changes, and each line says so. */
    private Optional<PricedPlan> chosen(List<WeighedPrice> weighed) {
        var taking = weighed.stream().flatMap(it -> it.item().stream()).toList();
        try {
            return Optional.of(PriceOptimiser.of(items.ticks())
                    .with(rounds.watched(Phase.SHARING, pairs.size()))
                    .plan(taking, wishes.rules()));
        } catch (Stopped byWatch) {
            throw byWatch;
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("{} prices cannot be planned together", taking.size(), broken);
            return Optional.empty();
        }
    }

    private PricePlan told(List<PriceLine> lines, Optional<PricedPlan> plan, Optional<String> failure) {
        return new PricePlan(
                wishes,
                moment.asOf(),
                moment.state().revision(),
                false,
                failure,
                lines.stream().map(it -> it.planned(items)).toList(),
                plan.map(PricedPlan::worths).orElse(List.of()),
                plan.map(PricedPlan::value).orElse(0.0),
                plan.map(PricedPlan::bound).orElse(0.0),
                plan.map(this::notes).orElse(List.of()));
    }

    private List<String> notes(PricedPlan plan) {
        var notes = new ArrayList<>(plan.forced());
        var traits = plan.lines().stream()
                .map(PricedLine::item)
                .map(PricedItem::traits)
                .toList();
        wishes.rules().stream()
                .distinct()
                .filter(it -> traits.stream().noneMatch(some -> !PriceOptimiser.covering(some, List.of(it))
                        .isEmpty()))
                .map("%s is about nothing that is planned"::formatted)
                .forEach(notes::add);
        return notes;
    }

    private PricePlan stopped() {
        desk.live().note(NAME + " stopped", "by its watch; nothing of it was decided: " + words());
        return new PricePlan(
                wishes,
                moment.asOf(),
                moment.state().revision(),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                List.of());
    }

    private String words() {
        return "%d prices, as of %s, %d rules: %s"
                .formatted(
                        pairs.size(),
                        moment.asOf(),
                        wishes.rules().size(),
                        wishes.rules().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
}
