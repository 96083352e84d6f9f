package dev.storetwin.cli.report;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.decision.Decision;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a {@link Report}: counts, puts in order, and picks the decisions that are told in full. */
public final class ReportBuilder {

    private static final int PAGES = 40;

    private final String title;
    private final String shop;
    private final Instant asOf;
    private final ZoneId zone;
    private final List<Decision<?>> decisions = new ArrayList<>();
    private Optional<String> checkpoint = Optional.empty();
    private KpiScorecard kpis = new KpiScorecard(LocalDate.EPOCH, LocalDate.EPOCH, List.of());
    private Input input = Input.UNTOLD;
    private int pages = PAGES;
    private Function<Sku, String> names = sku -> "";
    private Function<Decision<?>, Illustration> illustrator = decision -> Illustration.NONE;

    ReportBuilder(String title, String shop, Instant asOf, ZoneId zone) {
        this.title = title;
        this.shop = shop;
        this.asOf = asOf;
        this.zone = zone;
    }

    public ReportBuilder kpis(KpiScorecard scorecard) {
        kpis = scorecard;
        return this;
    }

    public ReportBuilder input(Input read) {
        input = read;
        return this;
    }

    /** The audit trail that holds these decisions. */
    public ReportBuilder checkpoint(Checkpoint trail) {
        checkpoint = Optional.of(trail.toString());
        return this;
    }

    public ReportBuilder decisions(Collection<? extends Decision<?>> made) {
        decisions.addAll(made);
        return this;
    }

    /** What the shop calls its goods; empty for one without a name. */
    public ReportBuilder names(Function<Sku, String> of) {
        names = of;
        return this;
    }

    /** How many decisions are told in full; 40 unless told otherwise. Each capability gets an equal share of them. */
    public ReportBuilder pages(int most) {
        pages = most;
        return this;
    }

    /** Draws a decision. Asked only for those that are told in full. */
    public ReportBuilder illustrator(Function<Decision<?>, Illustration> drawing) {
        illustrator = drawing;
        return this;
    }

    public Report build() {
        var ranked = decisions.stream()
                .map(it -> new Ranked(it, DecisionRows.of(it, names)))
                .sorted(Ranked.GREATEST_GAIN_FIRST)
                .toList();
        var chosen = toldInFull(ranked);
        var rows = new ArrayList<DecisionRow>();
        var full = new ArrayList<DecisionPage>();
        for (var it : ranked) {
            var row = chosen.contains(it) ? it.row().withPage(full.size() + 1) : it.row();
            rows.add(row);
            if (row.page() > 0) {
                full.add(new DecisionPage(
                        row, it.decision(), illustrator.apply(it.decision()).readable()));
            }
        }
        return new Report(
                title,
                shop,
                asOf,
                zone,
                checkpoint,
                kpis,
                input,
                Tallies.ofStatuses(rows),
                Tallies.ofRules(ranked.stream().map(Ranked::decision).toList()),
                full,
                rows);
    }

    /** Each capability's best in equal shares; what one does not need goes to the best of the others. */
    private Set<Ranked> toldInFull(List<Ranked> ranked) {
        var byCapability = new TreeMap<Capability, List<Ranked>>();
        ranked.forEach(it -> byCapability
                .computeIfAbsent(it.row().capability(), any -> new ArrayList<>())
                .add(it));
        var told = new HashSet<Ranked>();
        int share = byCapability.isEmpty() ? 0 : pages / byCapability.size();
        byCapability.values().forEach(all -> told.addAll(all.subList(0, Math.min(share, all.size()))));
        ranked.stream()
                .filter(it -> !told.contains(it))
                .limit(pages - told.size())
                .forEach(told::add);
        return told;
    }

    /** Compared by identity: two decisions may be equal in every word. */
    private static final class Ranked {

        static final Comparator<Ranked> GREATEST_GAIN_FIRST = Comparator.comparingDouble(
                        (Ranked it) -> -it.row().gain())
                .thenComparing(it -> it.row().capability())
                .thenComparing(it -> it.decision().target().key())
                .thenComparing(it -> it.decision().id());

        private final Decision<?> decision;
        private final DecisionRow row;

        Ranked(Decision<?> decision, DecisionRow row) {
            this.decision = decision;
            this.row = row;
        }

        Decision<?> decision() {
            return decision;
        }

        DecisionRow row() {
            return row;
        }
    }
}
