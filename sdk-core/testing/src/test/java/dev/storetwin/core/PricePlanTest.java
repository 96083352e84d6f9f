package dev.storetwin.core;

import static dev.storetwin.core.CoupledShop.STORE;
import static dev.storetwin.core.CoupledShop.WEB;
import static dev.storetwin.core.CoupledShop.cents;
import static dev.storetwin.core.CoupledShop.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.CoupledPrice;
import dev.storetwin.PricePlan;
import dev.storetwin.Twin;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.CoupledShop.Item;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.Reproduction;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.PlanProgress;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Role;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Sku;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many prices planned at once: each a decision of its own, together within the rules that tie them. */
class PricePlanTest {

    private static final CoupledShop SHOP = CoupledShop.any(new Random(5), 12);
    private static final SyntheticShop HISTORY = SyntheticShop.small(5);
    private static final PriceWishes TIED = PriceWishes.all()
            .sizedBy("grams")
            .under(
                    PriceRule.share(Kind.PARITY, "0.02"),
                    PriceRule.share(Kind.MAX_CHANGE, "0.15"),
                    PriceRule.maxMoves(9));

    @TempDir
    private Path folder;

    private final List<Twin> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Twin::close);
    }

    private Twin opened(StoreTwinBuilder builder) {
        return opened(builder, SHOP);
    }

    private Twin opened(StoreTwinBuilder builder, CoupledShop shop) {
        var twin = builder.build();
        opened.add(twin);
        twin.load(shop.events());
        return twin;
    }

    private Twin withHistory(StoreTwinBuilder builder) {
        var twin = builder.zone(HISTORY.zone())
                .currency(HISTORY.currency())
                .clock(SettableClock.at(HISTORY.end()))
                .build();
        opened.add(twin);
        twin.load(HISTORY.events());
        return twin;
    }

    private static List<Decision<PriceChange>> decisions(PricePlan plan) {
        return plan.lines().stream().map(CoupledPrice::decision).toList();
    }

    private static List<String> lines(Twin twin) {
        try (var lines = twin.audit().lines()) {
            return lines.toList();
        }
    }

    @Test
    void every_price_stands_in_the_trail_behind_a_note_of_the_plan() {
        var twin = opened(SHOP.builder());
        int before = lines(twin).size();

        var plan = twin.pricing().plan(TIED);

        assertThat(plan.changes()).isNotEmpty().hasSizeLessThanOrEqualTo(9);
        assertThat(lines(twin)).hasSize(before + 1 + plan.lines().size());
        assertThat(lines(twin).get(before)).contains("price plan", "24 prices", "max_moves 9");
        assertThat(decisions(plan))
                .allMatch(it -> twin.decisions().find(it.id()).isPresent());
        assertThat(plan.limits()).singleElement().satisfies(it -> {
            assertThat(it.limit()).isEqualTo(PriceRule.maxMoves(9));
            assertThat(it.binds()).isTrue();
        });
    }

    @Test
    void a_changed_price_says_that_it_was_planned_together_and_what_came_second() {
        var plan = opened(SHOP.builder()).pricing().plan(TIED);

        var line = plan.lines().stream()
                .filter(it -> it.decision().action().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(line.decision().reasons().get(0)).contains("planned together with others", "is expected to bring");
        assertThat(line.decision().versions().get("question")).startsWith("planned together for profit");
        assertThat(line.runnerUp()).isPresent();
        assertThat(line.difference()).isPresent();
    }

    @Test
    void an_explanation_says_that_a_better_price_gave_way_to_the_plan() {
        var twin = opened(SHOP.builder());

        var plan = twin.pricing().plan(PriceWishes.all().under(PriceRule.maxMoves(1)));

        assertThat(decisions(plan))
                .filteredOn(it -> it.runnerUp()
                        .filter(second -> second.difference() < -.01)
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(
                                twin.decisions().explain(it.id()).orElseThrow().text())
                        .contains("more: the one above was planned together with others"));
    }

    @Test
    void rules_that_cannot_hold_are_named_with_what_would_help_in_the_order_of_giving_way() {
        var twin = opened(SHOP.builder());

        var plan = twin.pricing()
                .plan(PriceWishes.all()
                        .under(
                                PriceRule.amount(Kind.MIN_PRICE, "11.00"),
                                PriceRule.amount(Kind.MAX_PRICE, "10.80"),
                                PriceRule.maxMoves(50)));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.stuck()).hasSameSizeAs(plan.lines());
        var clash = plan.clashes().get(0);
        assertThat(clash.rules()).extracting(PriceRule::kind).containsExactlyInAnyOrder(Kind.MIN_PRICE, Kind.MAX_PRICE);
        assertThat(clash.relaxations()).extracting(it -> it.rule()).isEqualTo(clash.rules());
        assertThat(clash.relaxations()).allMatch(it -> it.to().isPresent());
        assertThat(clash.inWords()).contains("cannot hold together", "ease max_price to", "ease min_price to");
        assertThat(plan.lines()).allSatisfy(it -> {
            assertThat(it.reason()).contains("The price stays", "min_price", "max_price");
            assertThat(it.decision().reasons().get(0)).contains("cannot hold together");
        });
    }

    @Test
    void a_wish_gives_way_by_as_little_as_it_takes() {
        var twin = opened(SHOP.builder());
        var sku = SHOP.items().get(0);
        var floor = PriceRule.amount(
                        Kind.MIN_PRICE, money(sku.price() + 200).amount().toPlainString())
                .within(PriceScope.series(sku.pair().sku().value()));

        var plan = twin.pricing()
                .plan(PriceWishes.all()
                        .only(List.of(sku.pair()))
                        .under(floor, PriceRule.share(Kind.MAX_RISE, "0.01").asWish(1)));

        var line = plan.line(sku.pair()).orElseThrow();
        assertThat(cents(line.decision().action().orElseThrow().to())).isGreaterThanOrEqualTo(sku.price() + 200);
        assertThat(line.reason()).contains("max_rise");
        assertThat(plan.clashes()).isEmpty();
    }

    @Test
    void who_must_cost_the_same_as_something_that_stays_can() {
        var web = new Item(new SkuInChannel(Sku.of("A"), WEB), "f", 1, 1_037, 500, 10, -2, .1, 0);
        var store = new Item(new SkuInChannel(Sku.of("A"), STORE), "f", 1, 1_100, 500, 10, -2, .1, 0);
        var shop = new CoupledShop(List.of(web, store));

        var plan = opened(shop.builder(), shop)
                .pricing()
                .plan(PriceWishes.all()
                        .under(
                                PriceRule.share(Kind.PARITY, "0"),
                                PriceRule.of(Kind.FREEZE).within(PriceScope.channel("web"))));

        assertThat(plan.changes()).singleElement().satisfies(it -> assertThat(
                        cents(it.action().orElseThrow().to()))
                .isEqualTo(1_037));
    }

    @Test
    void a_plan_that_is_stopped_anywhere_has_decided_nothing_and_leaves_one_note() {
        var asked = new AtomicInteger();
        opened(SHOP.builder()).pricing().plan(TIED, it -> {
            asked.addAndGet(it.phase() == PlanProgress.Phase.WRITING ? 0 : 1);
            return true;
        });
        for (int stop = 1; stop <= asked.get(); stop++) {
            var twin = opened(SHOP.builder());
            int before = lines(twin).size();
            var rest = new AtomicInteger(stop);

            var plan = twin.pricing().plan(TIED, it -> rest.decrementAndGet() > 0);

            assertThat(plan.isStopped()).isTrue();
            assertThat(plan.lines()).isEmpty();
            assertThat(lines(twin)).hasSize(before + 1).last().asString().contains("price plan stopped");
            assertThat(twin.pricing().plan(TIED).lines()).hasSize(24);
        }
        assertThat(asked.get()).isGreaterThan(6);
    }

    @Test
    void a_plan_is_stopped_within_a_round_and_others_begin_no_more() {
        var executor = Executors.newFixedThreadPool(2);
        try {
            var shop = CoupledShop.any(new Random(3), 400);
            var weighed = new AtomicInteger();
            var counting = counting(shop.planner(), weighed);
            var twin = opened(shop.builder().pricing(counting).executor(executor, 2), shop);

            var plan = twin.pricing().plan(PriceWishes.all(), it -> weighed.get() < 50);

            assertThat(plan.isStopped()).isTrue();
            assertThat(weighed.get()).isLessThan(800);
        } finally {
            executor.shutdown();
        }
    }

    private static PricePlanner counting(PricePlanner planner, AtomicInteger asked) {
        return new PricePlanner() {
            @Override
            public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
                asked.incrementAndGet();
                return planner.plan(state, question);
            }

            @Override
            public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
                return planner.score(state, question, action);
            }
        };
    }

    @Test
    void a_watch_that_fails_stops_the_plan_without_an_exception() {
        var plan = opened(SHOP.builder()).pricing().plan(TIED, it -> {
            throw new IllegalStateException("no screen");
        });

        assertThat(plan.isStopped()).isTrue();
    }

    @Test
    void the_watch_hears_of_all_work_in_order_and_in_its_own_thread() {
        var heard = new ArrayList<PlanProgress>();
        var threads = new ArrayList<Thread>();

        opened(SHOP.builder()).pricing().plan(TIED, it -> {
            threads.add(Thread.currentThread());
            return heard.add(it);
        });

        assertThat(heard).extracting(PlanProgress::worked).isSorted();
        assertThat(heard.get(heard.size() - 1).rest()).isZero();
        assertThat(heard).extracting(PlanProgress::phase).contains(PlanProgress.Phase.values());
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void several_threads_write_the_same_trail_as_one_and_none_is_left() {
        var executor = Executors.newFixedThreadPool(3);
        var before = threads();
        try {
            var one = withHistory(StoreTwin.builder());
            var four = withHistory(StoreTwin.builder().executor(executor, 4));

            var alone = one.pricing().plan(TIED);
            var together = four.pricing().plan(TIED);

            assertThat(together).isEqualTo(alone);
            assertThat(lines(four)).isEqualTo(lines(one));
        } finally {
            executor.shutdownNow();
        }
        opened.forEach(Twin::close);
        assertThat(threads()).filteredOn(it -> !it.contains("pool-")).isSubsetOf(before);
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    @Test
    void each_price_is_made_again_alone() {
        var twin = opened(SHOP.builder().vault(new PlainVault()).dataDirectory(folder));

        var plan = twin.pricing().plan(TIED.aimingAt(PriceAim.REVENUE).under(PriceRule.of(Kind.SIZE_ORDER)));

        assertThat(plan.changes()).isNotEmpty();
        requireSameAgain(twin, plan);
    }

    @Test
    void a_price_that_stays_since_nobody_knows_what_demand_answers_is_made_again_alone() {
        var twin = withHistory(StoreTwin.builder().vault(new PlainVault()).dataDirectory(folder));

        var plan = twin.pricing().plan(TIED.aimingAt(PriceAim.REVENUE));

        assertThat(plan.lines()).anyMatch(it -> it.reason().contains("nobody knows how demand answers"));
        requireSameAgain(twin, plan);
    }

    private static void requireSameAgain(Twin twin, PricePlan plan) {
        var ids = decisions(plan).stream().map(Decision::id).toList();
        assertThat(twin.decisions().reproduce(ids))
                .hasSameSizeAs(ids)
                .filteredOn(it -> !it.isIdentical())
                .extracting(Reproduction::inWords)
                .isEmpty();
    }

    @Test
    void each_price_leaves_the_elasticity_that_a_single_recommendation_leaves() {
        var planned = withHistory(StoreTwin.builder());
        var asked = withHistory(StoreTwin.builder());

        var plan = planned.pricing().plan(PriceWishes.all());

        plan.lines().forEach(it -> asked.pricing()
                .recommend(it.pair().sku(), it.pair().channel()));
        assertThat(plan.lines()).isNotEmpty().allSatisfy(it -> assertThat(elasticity(planned, it))
                .isPresent()
                .isEqualTo(elasticity(asked, it)));
    }

    private static OptionalDouble elasticity(Twin twin, CoupledPrice line) {
        return twin.features()
                .vector(FeatureEntity.of(line.pair().sku(), line.pair().channel()), "own_price_elasticity")
                .value("own_price_elasticity");
    }

    @Test
    void where_one_price_breaks_it_stands_and_the_others_keep_the_rules_beside_it() {
        var broken = SHOP.items().get(0).pair();
        var ours = SHOP.planner();
        var twin = opened(SHOP.builder().pricing(new PricePlanner() {
            @Override
            public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
                if (question.target().equals(broken.target())) {
                    throw new IllegalStateException("no answer");
                }
                return ours.plan(state, question);
            }

            @Override
            public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
                return ours.score(state, question, action);
            }
        }));

        var plan = twin.pricing().plan(PriceWishes.all().under(PriceRule.share(Kind.PARITY, "0")));

        assertThat(plan.failure()).isEmpty();
        assertThat(plan.line(broken).orElseThrow().decision().status()).isEqualTo(DecisionStatus.FAILED);
        var other = SHOP.items().get(1);
        assertThat(plan.line(other.pair()).orElseThrow().decision().action())
                .map(it -> cents(it.to()))
                .get()
                .isEqualTo(SHOP.item(broken).price());
    }

    /** A trail that takes so many entries, and then one no more. */
    private static final class Full implements AuditTrail {

        private final AuditTrail trail = JsonLinesAuditTrail.inMemory();
        private int room;
        private int refusals = 1;

        Full(int room) {
            this.room = room;
        }

        @Override
        public long append(AuditEntry entry) {
            if (room == 0 && refusals-- > 0) {
                throw new IllegalStateException("no room");
            }
            room = Math.max(0, room - 1);
            return trail.append(entry);
        }

        @Override
        public Checkpoint checkpoint() {
            return trail.checkpoint();
        }

        @Override
        public Stream<String> lines() {
            return trail.lines();
        }
    }

    @Test
    void where_the_trail_breaks_off_no_price_changes_and_what_was_written_is_taken_back() {
        var whole = opened(SHOP.builder().audit(new Full(1_000)));
        int size = whole.pricing().plan(TIED).lines().size();
        int begin = lines(whole).size() - size - 2;
        for (int room : List.of(begin, begin + 1, begin + 2, begin + 10, begin + size)) {
            var twin = opened(SHOP.builder().audit(new Full(room)));

            var plan = twin.pricing().plan(TIED);

            assertThat(plan.failure().orElseThrow()).contains("no room");
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.lines()).hasSize(size).allSatisfy(it -> {
                assertThat(it.decision().status()).isEqualTo(DecisionStatus.FAILED);
                assertThat(it.decision().reasons().get(0)).contains("no room");
            });
            assertThat(plan.value()).isZero();
            for (var decision : advised(twin)) {
                assertThat(lines(twin))
                        .as("%s with room for %d", decision, room)
                        .anyMatch(it -> it.contains("\"outcome\":\"refused\"") && it.contains(decision));
            }
        }
    }

    /** Names of decisions in the trail to change a price. */
    private static List<String> advised(Twin twin) {
        return lines(twin).stream()
                .filter(it ->
                        it.contains("\"kind\":\"decision\"") && it.contains("\"chosen\":{\"proposed\":{\"action\""))
                .map(it -> it.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void in_the_shadow_a_plan_is_written_down_and_nothing_is_advised() {
        var twin = opened(SHOP.builder().autonomy(Capability.PRICING, Autonomy.SHADOW));

        var plan = twin.pricing().plan(TIED);

        assertThat(plan.changes()).isEmpty();
        assertThat(decisions(plan)).extracting(Decision::status).containsOnly(DecisionStatus.WITHHELD);
        assertThat(advised(twin)).isNotEmpty();
    }

    @Test
    void what_is_not_to_be_set_stays_and_the_others_keep_the_rules_beside_it() {
        for (var level : List.of(Autonomy.OFF, Autonomy.SHADOW)) {
            var twin = opened(SHOP.builder().autonomy(Capability.PRICING, Autonomy.ADVISE));
            twin.controls().grant(Capability.PRICING, Scope.of(WEB), level, new Actor(Role.MERCHANT, "ada"));

            var plan = twin.pricing().plan(PriceWishes.all().under(PriceRule.share(Kind.PARITY, "0")));

            assertThat(plan.changes()).isNotEmpty();
            for (var store : SHOP.items().stream()
                    .filter(it -> it.pair().channel().equals(STORE))
                    .toList()) {
                var web = SHOP.item(new SkuInChannel(store.pair().sku(), WEB));
                assertThat(plan.line(web.pair()).orElseThrow().decision().action())
                        .isEmpty();
                assertThat(price(plan, store)).isEqualTo(web.price());
            }
        }
    }

    private static long price(PricePlan plan, Item item) {
        return plan.line(item.pair())
                .flatMap(it -> it.decision().action())
                .map(it -> cents(it.to()))
                .orElse(item.price());
    }

    @Test
    void a_planned_price_is_carried_out_like_any_other() {
        var twin = opened(SHOP.builder());
        var change = twin.pricing().plan(TIED).changes().findFirst().orElseThrow();

        twin.accept(ActionApplied.of(change));

        assertThat(twin.state().commitments().lastApplied(Capability.PRICING, change.target()))
                .isPresent();
    }

    @Test
    void what_has_no_price_and_what_nobody_knows_are_lines_that_say_why() {
        var twin = withHistory(StoreTwin.builder());
        var unknown = new SkuInChannel(Sku.of("NOBODY"), WEB);

        var plan = twin.pricing().plan(TIED.only(List.of(unknown)));

        var line = plan.line(unknown).orElseThrow();
        assertThat(line.decision().action()).isEmpty();
        assertThat(line.decision().status()).isEqualTo(DecisionStatus.INSUFFICIENT_DATA);
        assertThat(line.reason()).isNotBlank();
    }

    @Test
    void a_rule_about_nothing_that_is_planned_is_noted() {
        var twin = opened(SHOP.builder());

        var plan = twin.pricing()
                .plan(PriceWishes.all().under(PriceRule.of(Kind.FREEZE).within(PriceScope.family("nobody"))));

        assertThat(plan.notes()).singleElement().asString().contains("family:nobody", "about nothing that is planned");
    }

    @Test
    void what_the_twin_cannot_know_is_refused_with_what_to_do_instead() {
        var salvage = PriceRule.share(Kind.SALVAGE, "0.5");
        var regional = PriceRule.maxMoves(3).within(PriceScope.region("north"));
        var pair = SHOP.items().get(0).pair();

        assertThatThrownBy(() -> PriceWishes.all().under(salvage)).hasMessageContaining("Maybe a MarkdownWish");
        assertThatThrownBy(() -> PriceWishes.all().under(regional))
                .hasMessageContaining("Maybe one rule for each channel");
        assertThatThrownBy(() -> PriceWishes.all().only(List.of(pair, pair))).hasMessageContaining("Maybe two lists");
    }

    @Test
    void an_empty_plan_is_a_plan() {
        var plan = opened(SHOP.builder()).pricing().plan(TIED.inCategory("nothing"));

        assertThat(plan.lines()).isEmpty();
        assertThat(plan.isStopped()).isFalse();
        assertThat(plan.failure()).isEmpty();
    }
}
