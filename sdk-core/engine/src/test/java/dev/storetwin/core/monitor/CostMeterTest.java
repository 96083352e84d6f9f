package dev.storetwin.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.monitor.CostMeter.Scope;
import dev.storetwin.decision.CostBudget;
import dev.storetwin.decision.DegradeLadder;
import dev.storetwin.monitor.CostAlert;
import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every question here takes a second of CPU time, by a clock that a test moves. */
class CostMeterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-04T11:00:00Z");
    private static final CostBudget TEN_SECONDS = CostBudget.perHour().withCpu(Duration.ofSeconds(10));

    private final List<CostAlert> alerts = new CopyOnWriteArrayList<>();
    private final AtomicLong seconds = new AtomicLong();

    private CostMeter meter(CostBudget budget, Instant now) {
        CpuClock cpu = () -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos();
        return new CostMeter(
                new Scope(Capability.PRICING, budget, BERLIN), KeptForecasts.none(), cpu, now, alerts::add);
    }

    private static Effort asked(CostMeter meter, Instant now) {
        var bill = meter.open(now);
        bill.charge(now);
        return bill.effort();
    }

    private static List<Effort> asked(CostMeter meter, Instant now, int times) {
        return Stream.generate(() -> asked(meter, now)).limit(times).toList();
    }

    @Test
    void work_goes_down_the_ladder_as_the_budget_is_spent() {
        var meter = meter(TEN_SECONDS, NOON);

        var efforts = asked(meter, NOON, 12);

        assertThat(efforts)
                .containsExactly(
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.FULL,
                        Effort.CACHED,
                        Effort.CACHED,
                        Effort.SIMPLE,
                        Effort.NOTHING,
                        Effort.NOTHING);
        assertThat(alerts).extracting(CostAlert::to).containsExactly(Effort.CACHED, Effort.SIMPLE, Effort.NOTHING);
        assertThat(alerts.get(0).words())
                .isEqualTo("PRICING: full > cached, since the budget runs short;"
                        + " 7.00 s of CPU time and 0 model calls since 2026-03-04T11:00:00Z, 70 % of the budget");
    }

    @Test
    void the_next_window_begins_with_full_work_and_says_so() {
        var meter = meter(TEN_SECONDS, NOON);
        asked(meter, NOON, 10);
        var beforeOne = NOON.plusSeconds(3599);
        var one = NOON.plusSeconds(3600);

        assertThat(asked(meter, beforeOne)).isEqualTo(Effort.NOTHING);
        assertThat(asked(meter, one)).isEqualTo(Effort.FULL);
        assertThat(alerts.get(alerts.size() - 1).words()).contains("nothing > full, since a new window has begun");
        assertThat(meter.report(one).cpu()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void model_calls_count_beside_cpu_time_and_the_larger_share_decides() {
        var meter = meter(TEN_SECONDS.withModelCalls(4), NOON);
        for (int call = 0; call < 3; call++) {
            meter.modelCalled();
        }

        asked(meter, NOON);

        var report = meter.report(NOON);
        assertThat(report.effort()).isEqualTo(Effort.CACHED);
        assertThat(report.share()).isEqualTo(.75);
    }

    @Test
    void several_steps_at_once_are_one() {
        var meter = meter(CostBudget.perHour().withCpu(Duration.ofMillis(1)), NOON);

        asked(meter, NOON);

        assertThat(alerts).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(Effort.FULL);
            assertThat(it.to()).isEqualTo(Effort.NOTHING);
            assertThat(it.isStepDown()).isTrue();
        });
    }

    @Test
    void a_step_at_infinity_is_never_taken() {
        var ladder = new DegradeLadder(.5, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        var meter = meter(TEN_SECONDS.withLadder(ladder), NOON);

        assertThat(asked(meter, NOON, 100)).endsWith(Effort.CACHED);
    }

    @Test
    void a_question_is_charged_to_the_window_in_which_it_was_asked() {
        var meter = meter(TEN_SECONDS, NOON);
        var late = meter.open(NOON.plusSeconds(3599));

        asked(meter, NOON.plusSeconds(3600));
        late.charge(NOON.plusSeconds(3601));

        assertThat(meter.report(NOON.plusSeconds(3601)).questions()).isEqualTo(1);
    }

    @Test
    void windows_of_a_day_follow_the_days_of_the_shop_also_when_the_clocks_change() {
        var beforeTheChange = Instant.parse("2026-03-28T22:59:00Z");
        var meter = meter(CostBudget.perDay(), beforeTheChange);

        var day = meter.report(beforeTheChange.plusSeconds(60));

        assertThat(day.from()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(day.until()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void the_last_window_of_a_day_ends_with_it() {
        var meter = meter(CostBudget.per(Duration.ofHours(7)), Instant.parse("2026-03-04T21:30:00Z"));

        var last = meter.report(Instant.parse("2026-03-04T21:30:00Z"));

        assertThat(last.from()).isEqualTo("2026-03-04T20:00:00Z");
        assertThat(last.until()).isEqualTo("2026-03-04T23:00:00Z");
    }

    @Test
    void a_clock_that_is_set_back_gives_no_budget_back() {
        var meter = meter(TEN_SECONDS, NOON);
        asked(meter, NOON, 10);

        assertThat(asked(meter, NOON.minusSeconds(86_400))).isEqualTo(Effort.NOTHING);
    }

    @Test
    void a_thread_whose_time_nobody_knows_is_counted_as_such_and_told_of_once() {
        CpuClock none = () -> CpuClock.UNKNOWN;
        var meter = new CostMeter(
                new Scope(Capability.PRICING, TEN_SECONDS, BERLIN), KeptForecasts.none(), none, NOON, alerts::add);

        asked(meter, NOON, 3);

        var report = meter.report(NOON);
        assertThat(report.questions()).isEqualTo(3);
        assertThat(report.unmeasured()).isEqualTo(3);
        assertThat(alerts).singleElement().satisfies(it -> assertThat(it.words())
                .contains("PRICING: full, since the JVM cannot tell the CPU time of some threads"));
        assertThat(report.cpu()).isZero();
    }

    @Test
    void of_many_threads_one_takes_a_step_and_nothing_is_lost() throws InterruptedException {
        int threads = 8;
        int each = 2_000;
        var local = ThreadLocal.withInitial(AtomicLong::new);
        CpuClock cpu = () -> local.get().addAndGet(1_000);
        var budget = CostBudget.perHour().withCpu(Duration.ofNanos(1_000L * threads * each));
        var meter = new CostMeter(
                new Scope(Capability.PRICING, budget, BERLIN), KeptForecasts.none(), cpu, NOON, alerts::add);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            pool.execute(() -> {
                try {
                    start.await();
                    asked(meter, NOON, each);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(meter.report(NOON).cpu()).isEqualTo(Duration.ofNanos(1_000L * threads * each));
        assertThat(meter.report(NOON).effort()).isEqualTo(Effort.NOTHING);
        assertThat(alerts).extracting(CostAlert::to).doesNotHaveDuplicates().contains(Effort.NOTHING);
    }
}
