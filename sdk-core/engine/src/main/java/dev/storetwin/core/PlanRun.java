package dev.storetwin.core;

import dev.storetwin.OrderPlan;
import dev.storetwin.core.inventory.plan.PlanLimits;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.proposal.PlanProgress.Phase;
import dev.storetwin.proposal.PlanWatch;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The making of one plan: each pair is decided for itself, what is scarce is shared, whoever gets less is decided again, and all is written
 * down.
 *
 * <p>No pair looks at another before what is scarce is shared, so the answers do not depend on who does the work. Nothing is written before
 * everything is decided, so a plan that is stopped has decided nothing.
 */
final class PlanRun {

    private static final double DECIDING = .9;
    private static final double SHARING = .3;

    private final PlanDesk desk;
    private final PlanWishes wishes;
    private final PlanLimits limits;
    private final PlanMoment moment;
    private final PlanRounds rounds;
    private final PlanAnswers answers;

    PlanRun(PlanDesk desk, PlanWishes wishes, PlanLimits limits, PlanMoment moment, PlanWatch watch) {
        this.desk = desk;
        this.wishes = wishes;
        this.limits = limits;
        this.moment = moment;
        this.rounds = new PlanRounds(desk.workers(), watch);
        this.answers = PlanAnswers.of(desk, wishes.tier().effort(), limits, moment);
    }

    /** From nothing. */
    OrderPlan anew() {
        var pairs = wishes.pairs().orElseGet(() -> PlanPairs.all(moment.state(), desk.workers()));
        return made(pairs, new KeptLines(new PlanLine[pairs.size()]));
    }

    /** From the lines of a plan before it, as far as they hold. */
    OrderPlan after(MadePlan before, Set<Sku> changed) {
        var names = moment.state().catalog();
        return wishes.pairs()
                .map(it -> made(it, KeptLines.of(before.planLines(), it, sku -> changed.contains(names.resolve(sku)))))
                .orElseGet(() -> {
                    var pairs = PlanPairs.after(before.pairs(), moment.state(), changed);
                    return made(pairs, KeptLines.of(before.planLines(), pairs, changed::contains));
                });
    }

    private OrderPlan made(List<SkuAtNode> pairs, KeptLines kept) {
        var lines = kept.all();
        double deciding = limits.isEmpty() ? DECIDING : DECIDING - SHARING;
        var open = kept.without();
        if (!rounds.run(Phase.DECIDING, deciding, open, i -> answers.decided(pairs.get(i)), lines)) {
            return stopped(pairs.size());
        }
        var sharing = new PlanSharing(lines, limits);
        var moved = IntStream.range(0, lines.size()).filter(sharing::hasMoved).toArray();
        if (!rounds.run(
                Phase.SHARING,
                DECIDING - deciding,
                moved,
                i -> answers.again(lines.get(i), sharing.allotment(i)),
                lines)) {
            return stopped(pairs.size());
        }
        var anew = IntStream.concat(IntStream.of(open), IntStream.of(moved))
                .distinct()
                .sorted()
                .toArray();
        new PlanTrail(desk.live(), "order plan", rounds).write(lines, anew, words(anew.length, pairs.size()));
        IntStream.of(anew).forEach(i -> desk.risk().published(lines.get(i).told()));
        return MadePlan.of(new MadePlan.Basis(desk, wishes, limits, moment), lines, sharing, anew.length);
    }

    private OrderPlan stopped(int pairs) {
        desk.live().note("order plan stopped", "by its watch; nothing of it was decided: " + words(pairs, pairs));
        return MadePlan.stopped(new MadePlan.Basis(desk, wishes, limits, moment));
    }

    private String words(int anew, int all) {
        return "%d of %d pairs anew, %s tier, as of %s, %d limits"
                .formatted(
                        anew,
                        all,
                        wishes.tier().name().toLowerCase(Locale.ROOT),
                        moment.asOf(),
                        limits.all().size());
    }
}
