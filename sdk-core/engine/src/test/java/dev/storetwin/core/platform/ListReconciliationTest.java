package dev.storetwin.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.KindReport.Status;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.ReconciliationReport;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.OrderStage;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListReconciliationTest {

    private static final Source SHOP = Source.of("shop");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Channel WEB = Channel.of("web");

    /** A platform that answers by a script and remembers what it was asked. */
    private static final class Scripted implements Reconciler {
        private final Deque<Pulled> answers = new ArrayDeque<>();
        private final List<Pull> questions = new ArrayList<>();
        private final List<Listing> listings;

        private Scripted(Listing... listings) {
            this.listings = List.of(listings);
        }

        private Scripted answers(Pulled... script) {
            answers.addAll(Arrays.asList(script));
            return this;
        }

        @Override
        public Source source() {
            return SHOP;
        }

        @Override
        public List<Listing> listings() {
            return listings;
        }

        @Override
        public Pulled pull(Pull question) {
            questions.add(question);
            return answers.isEmpty() ? page() : answers.remove();
        }

        private Pull last() {
            return questions.get(questions.size() - 1);
        }
    }

    private static final class Hands extends Clock {
        private Instant now = NOON;

        private void advance(Duration span) {
            now = now.plus(span);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final MarksInMemory marks = new MarksInMemory();
    private ShopState state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));

    private List<Acceptance> take(List<TwinEvent> events) {
        var change = state.after(events);
        state = change.state();
        return change.answers();
    }

    private ListReconciliation of(Reconciler platform, ReconciliationPlan plan) {
        return new ListReconciliation(
                platform, this::take, (kind, source) -> state.things(kind, source), marks, plan, clock);
    }

    private ListReconciliation of(Reconciler platform) {
        return of(platform, ReconciliationPlan.USUAL);
    }

    private static Pulled.Page page(TwinEvent... events) {
        return Pulled.Page.of(List.of(events), Optional.empty());
    }

    private static Pulled.Page page(String next, TwinEvent... events) {
        return Pulled.Page.of(List.of(events), Optional.of(next));
    }

    private static VariantUpserted variant(int number, Instant at) {
        return VariantUpserted.of(SHOP, Sku.of("SKU-" + number), "Thing " + number, "", at);
    }

    private static VariantUpserted variant(int number) {
        return variant(number, NOON.minus(Duration.ofDays(1)));
    }

    private static PriceChanged price(Instant at) {
        return PriceChanged.of(SHOP, Sku.of("SKU-1"), WEB, Money.of("9", "EUR"), at);
    }

    private static OrderPlaced order(String id) {
        return OrderPlaced.of(
                SHOP,
                OrderId.of(id),
                WEB,
                NOON.minus(Duration.ofDays(1)),
                OrderLine.of("1", Sku.of("SKU-1"), Quantity.of(2), Money.of("9", "EUR"), TaxMode.NET));
    }

    private static final Listing PRICES = Listing.of(ResourceKind.PRICES).withChanges();
    private static final Listing PRODUCTS =
            Listing.of(ResourceKind.PRODUCTS).withChanges().sweeping(EntityKind.VARIANT);

    private static KindReport only(ReconciliationReport report) {
        assertThat(report.kinds()).hasSize(1);
        return report.kinds().get(0);
    }

    private boolean isThere(int number) {
        return state.catalog().variant(Sku.of("SKU-" + number)).isPresent();
    }

    @Test
    void each_reading_goes_back_behind_the_last_one_by_the_margin() {
        var platform = new Scripted(PRICES);
        var reconciliation = of(platform);

        reconciliation.run();
        clock.advance(Duration.ofHours(1));
        reconciliation.run();

        assertThat(platform.questions.get(0)).isEqualTo(Pull.everything(ResourceKind.PRICES));
        assertThat(platform.questions.get(1))
                .isEqualTo(Pull.changes(ResourceKind.PRICES, NOON.minus(ReconciliationPlan.USUAL.margin())));
    }

    @Test
    void a_list_is_read_when_it_is_due_and_not_before() {
        var platform = new Scripted(PRICES);
        var reconciliation = of(platform);
        assertThat(reconciliation.nextDue()).isBefore(NOON);
        reconciliation.runDue();

        clock.advance(Duration.ofMinutes(14));
        assertThat(reconciliation.runDue().kinds()).isEmpty();
        assertThat(reconciliation.nextDue()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(only(reconciliation.runDue()).lag()).contains(Duration.ofMinutes(15));
    }

    @Test
    void the_platform_is_left_alone_for_as_long_as_it_asks() {
        var platform = new Scripted(PRICES)
                .answers(page("2", price(NOON)), new Pulled.Later(Duration.ofMinutes(3), "40 of 40 calls"));
        var reconciliation = of(platform);

        var first = only(reconciliation.run());
        assertThat(first.status()).isEqualTo(Status.WAITING);
        assertThat(first.again()).contains(NOON.plus(Duration.ofMinutes(3)));
        assertThat(first.problems()).contains("40 of 40 calls");
        clock.advance(Duration.ofMinutes(2));
        assertThat(only(reconciliation.run()).pages()).isZero();
        assertThat(platform.questions).hasSize(2);

        clock.advance(Duration.ofMinutes(1));
        assertThat(only(reconciliation.runDue()).status()).isEqualTo(Status.COMPLETE);
        assertThat(platform.last().cursor()).contains("2");
    }

    @Test
    void failures_make_it_wait_longer_and_longer_and_give_up_at_last() {
        var platform = new Scripted(PRICES);
        var reconciliation = of(platform, ReconciliationPlan.USUAL.withTries(4));
        var waits = new ArrayList<Duration>();

        for (int i = 0; i < 4; i++) {
            platform.answers(new Pulled.Failed("bad gateway", true));
            var report = only(reconciliation.runDue());
            waits.add(Duration.between(clock.now, report.again().orElseThrow()));
            assertThat(report.status()).isEqualTo(i < 3 ? Status.WAITING : Status.FAILED);
            clock.now = report.again().orElseThrow();
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(15));
        assertThat(only(reconciliation.runDue()).status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void an_adapter_that_throws_is_a_failure_with_a_reason() {
        var broken = new Reconciler() {
            @Override
            public Source source() {
                return SHOP;
            }

            @Override
            public List<Listing> listings() {
                return List.of(PRICES);
            }

            @Override
            public Pulled pull(Pull question) {
                throw new IllegalStateException("no connection");
            }
        };

        var report = only(of(broken).run());

        assertThat(report.status()).isEqualTo(Status.WAITING);
        assertThat(report.problems()).singleElement().asString().contains("no connection");
    }

    @Test
    void a_twin_that_cannot_take_a_page_is_asked_to_take_it_again() {
        var platform = new Scripted(PRICES).answers(page("2", price(NOON)), page("2", price(NOON)));
        var isFull = new boolean[] {true};
        var reconciliation = new ListReconciliation(
                platform,
                events -> {
                    if (isFull[0]) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return take(events);
                },
                (kind, source) -> List.of(),
                marks,
                ReconciliationPlan.USUAL,
                clock);

        assertThat(only(reconciliation.run()).problems())
                .singleElement()
                .asString()
                .contains("the disk is full");
        isFull[0] = false;

        assertThat(only(reconciliation.run()).accepted()).isEqualTo(1);
        assertThat(platform.questions.get(1).cursor()).isEmpty();
    }

    @Test
    void a_cursor_that_is_lost_starts_the_list_again() {
        var platform = new Scripted(PRICES).answers(page("2", price(NOON)), new Pulled.CursorLost("too old"));
        var reconciliation = of(platform);

        var waiting = only(reconciliation.run());
        clock.now = waiting.again().orElseThrow();

        assertThat(only(reconciliation.run()).status()).isEqualTo(Status.COMPLETE);
        assertThat(platform.last().cursor()).isEmpty();
    }

    @Test
    void a_list_that_stands_still_is_given_up() {
        var platform = new Scripted(PRICES).answers(page("2"), page("2"), page("2"));

        var report = only(of(platform).run());

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(platform.questions).hasSize(2);
    }

    @Test
    void a_run_reads_so_many_pages_and_the_next_one_goes_on() {
        var platform = new Scripted(PRICES).answers(page("2"), page("3"), page("4"));
        var reconciliation = of(platform, ReconciliationPlan.USUAL.withPagesPerRun(2));

        assertThat(only(reconciliation.runDue()).status()).isEqualTo(Status.WAITING);
        assertThat(platform.last().cursor()).contains("2");

        assertThat(only(reconciliation.runDue()).status()).isEqualTo(Status.COMPLETE);
        assertThat(platform.last().cursor()).contains("4");
    }

    @Test
    void what_is_new_was_missed_only_if_a_webhook_had_had_the_time() {
        var platform = new Scripted(PRICES).answers(page(price(NOON.minusSeconds(900))));
        var reconciliation = of(platform);
        assertThat(only(reconciliation.run()).missed()).as("first reading").isZero();
        clock.advance(Duration.ofHours(1));
        var missed = price(clock.now.minus(Duration.ofMinutes(30)));
        platform.answers(page(missed, price(clock.now.minusSeconds(20))));

        var report = only(reconciliation.run());

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.missed()).isEqualTo(1);
        assertThat(report.examples()).containsExactly(missed.header().key());
    }

    @Test
    void what_the_complete_list_lacks_is_gone() {
        take(List.of(variant(1), variant(2)));
        var report = only(of(new Scripted(PRODUCTS).answers(page(variant(1)))).run());

        assertThat(report.removed()).isEqualTo(1);
        assertThat(isThere(1)).isTrue();
        assertThat(isThere(2)).isFalse();
        take(List.of(variant(2, NOON.minus(Duration.ofHours(2)))));
        assertThat(isThere(2)).as("late news").isFalse();
        take(List.of(variant(2, NOON.plusSeconds(60))));
        assertThat(isThere(2)).as("put up again").isTrue();
    }

    @Test
    void what_a_list_of_changes_lacks_is_not_gone() {
        take(List.of(variant(1), variant(2)));
        var platform = new Scripted(PRODUCTS).answers(page(variant(1), variant(2)));
        var reconciliation = of(platform);
        reconciliation.run();
        clock.advance(Duration.ofHours(1));
        platform.answers(page(variant(1, clock.now)));

        assertThat(only(reconciliation.run()).removed()).isZero();

        assertThat(isThere(2)).isTrue();
    }

    @Test
    void a_whole_list_is_read_again_once_a_day_for_the_sake_of_what_is_gone() {
        var platform = new Scripted(PRODUCTS, PRICES);
        var reconciliation = of(platform);
        reconciliation.run();
        clock.advance(Duration.ofHours(23));
        assertThat(reconciliation.run().kinds()).noneMatch(KindReport::whole);
        clock.advance(Duration.ofHours(1));

        assertThat(reconciliation.run().kinds())
                .filteredOn(KindReport::whole)
                .extracting(KindReport::kind)
                .containsExactly(ResourceKind.PRODUCTS);
    }

    @Test
    void a_whole_reading_that_has_to_wait_is_not_forgotten() {
        var platform = new Scripted(PRICES).answers(page(), new Pulled.Later(Duration.ofMinutes(3), "busy"));
        var reconciliation = of(platform);
        reconciliation.run();
        clock.advance(Duration.ofHours(1));
        assertThat(only(reconciliation.run()).whole()).isFalse();

        reconciliation.runWhole();
        clock.advance(Duration.ofMinutes(3));

        assertThat(only(reconciliation.runDue()).whole()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(only(reconciliation.runDue()).whole()).isFalse();
    }

    @Test
    void what_changed_just_now_may_only_be_missing_because_the_list_lags() {
        take(List.of(variant(1), variant(2, NOON.minusSeconds(60))));

        var report = only(of(new Scripted(PRODUCTS).answers(page(variant(1)))).run());

        assertThat(report.removed()).isZero();
        assertThat(isThere(2)).isTrue();
    }

    @Test
    void nothing_is_removed_when_too_much_would_vanish_at_once() {
        for (int i = 0; i < 10; i++) {
            take(List.of(variant(i)));
        }
        var half = page(variant(0), variant(1), variant(2), variant(3), variant(4));
        var platform = new Scripted(PRODUCTS).answers(half, half);

        var report = only(of(platform).run());
        assertThat(report.withheld()).isEqualTo(5);
        assertThat(report.removed()).isZero();
        assertThat(report.problems()).singleElement().asString().contains("5 of 10 (VARIANT)");
        assertThat(isThere(9)).isTrue();

        var meant =
                only(of(platform, ReconciliationPlan.USUAL.withVanishing(.5, 0)).runWhole());
        assertThat(meant.removed()).isEqualTo(5);
        assertThat(isThere(9)).isFalse();
    }

    @Test
    void an_empty_list_removes_nothing() {
        take(List.of(variant(1)));

        var report = only(of(new Scripted(PRODUCTS).answers(page())).run());

        assertThat(report.withheld()).isEqualTo(1);
        assertThat(isThere(1)).isTrue();
    }

    @Test
    void a_list_with_a_part_that_cannot_be_read_removes_nothing() {
        take(List.of(variant(1), variant(2)));
        var gap = new Pulled.Page(
                List.of(variant(1)),
                Set.of(new Entity(EntityKind.VARIANT, "SKU-1")),
                List.of(new Translation.Quarantined("expected a number", "$.products[1].id")),
                Optional.empty());

        var report = only(of(new Scripted(PRODUCTS).answers(gap)).run());

        assertThat(report.withheld()).isEqualTo(1);
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.problems()).anyMatch(it -> it.contains("$.products[1].id"));
        assertThat(isThere(2)).isTrue();
    }

    @Test
    void a_list_that_breaks_off_removes_nothing() {
        take(List.of(variant(1), variant(2)));
        var platform = new Scripted(PRODUCTS).answers(page("2", variant(1)), new Pulled.Failed("gone away", false));

        var report = only(of(platform).run());

        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(isThere(2)).isTrue();
    }

    @Test
    void after_a_restart_a_sweep_begins_at_the_first_page_again() {
        take(List.of(variant(1), variant(2)));
        var platform = new Scripted(PRODUCTS)
                .answers(
                        page("2", variant(1)),
                        new Pulled.Later(Duration.ofSeconds(1), "busy"),
                        page(variant(1), variant(2)));
        of(platform).run();
        clock.advance(Duration.ofSeconds(2));

        var report = only(of(platform).run());

        assertThat(platform.last().cursor()).isEmpty();
        assertThat(report.removed()).isZero();
        assertThat(isThere(1)).isTrue();
    }

    @Test
    void what_was_taken_for_gone_and_is_listed_again_is_restored() {
        var orders = Listing.of(ResourceKind.ORDERS).sweeping(EntityKind.ORDER);
        take(List.of(order("1"), order("2")));
        var platform = new Scripted(orders).answers(page(order("1")), page(order("1"), order("2")));
        var reconciliation = of(platform);
        reconciliation.run();
        assertThat(state.orders().find(OrderId.of("2")).orElseThrow().stage()).isEqualTo(OrderStage.CANCELLED);

        clock.advance(Duration.ofHours(1));
        var report = only(reconciliation.run());

        assertThat(report.restored()).isEqualTo(1);
        assertThat(state.orders().find(OrderId.of("2")).orElseThrow().stage()).isEqualTo(OrderStage.PLACED);
    }

    @Test
    void what_others_say_is_cancelled_is_not_restored() {
        var orders = Listing.of(ResourceKind.ORDERS).sweeping(EntityKind.ORDER);
        take(List.of(order("1"), OrderCancelled.of(SHOP, OrderId.of("1"), NOON.minusSeconds(60), "mistake")));

        var report = only(of(new Scripted(orders).answers(page(order("1")))).run());

        assertThat(report.restored()).isZero();
        assertThat(state.orders().find(OrderId.of("1")).orElseThrow().stage()).isEqualTo(OrderStage.CANCELLED);
    }

    @Test
    void what_another_source_told_of_is_none_of_this_list() {
        take(List.of(
                variant(1),
                VariantUpserted.of(Source.of("till"), Sku.of("SKU-9"), "Nine", "", NOON.minusSeconds(90_000))));

        var report = only(of(new Scripted(PRODUCTS).answers(page(variant(1)))).run());

        assertThat(report.removed()).isZero();
        assertThat(isThere(9)).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_leads_to_a_whole_reading() {
        var platform = new Scripted(PRICES);
        var reconciliation = of(platform);
        reconciliation.run();
        clock.now = NOON.minus(Duration.ofDays(3));

        assertThat(only(reconciliation.runDue()).status()).isEqualTo(Status.COMPLETE);

        assertThat(platform.last().changedSince()).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_swept_is_refused_at_once() {
        var platform = new Scripted(Listing.of(ResourceKind.CUSTOMERS).sweeping(EntityKind.SUBJECT));

        assertThatThrownBy(() -> of(platform))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SUBJECT")
                .hasMessageContaining("Maybe");
    }
}
