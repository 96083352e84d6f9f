package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.WEB;
import static dev.storetwin.core.ActingShop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.ChangeFilter;
import dev.storetwin.state.Part;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.type.DecisionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twin's own price comes back: it updates the state, and whoever hears of it knows that it is nobody else's. */
class PriceEchoTest {

    @TempDir
    private Path folder;

    private ActingShop shop;

    @BeforeEach
    void open() {
        shop = new ActingShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** @return when the platform had it */
    private Instant applied(String id, String from, String to) {
        shop.after(Duration.ofMinutes(10));
        assertThat(shop.twin().apply(shop.price(id, from, to)).kind()).isEqualTo(OutcomeKind.APPLIED);
        return shop.now().plusMillis(20);
    }

    private void assertIsEcho(Acceptance answer, String id) {
        assertThat(echoOf(answer)).contains(DecisionId.of(id));
    }

    private static Optional<DecisionId> echoOf(Acceptance answer) {
        assertThat(answer).isInstanceOf(Acceptance.Accepted.class);
        return ((Acceptance.Accepted) answer).echoOf();
    }

    private String price() {
        var known = shop.twin().state().catalog().price(MUG, WEB, shop.now().plusSeconds(600));
        return known.orElseThrow().price().toString();
    }

    @Test
    void it_is_known_and_the_price_is_updated() {
        var at = applied("d-1", "10", "11");

        assertIsEcho(shop.hear("11", at), "d-1");
        assertThat(price()).isEqualTo("11.00 EUR");
        assertThat(shop.isAudited("confirmed")).isTrue();
        assertThat(shop.written()).hasSize(1);
    }

    @Test
    void who_subscribes_to_changes_is_told_that_it_is_one() throws InterruptedException {
        var heard = new ArrayBlockingQueue<Boolean>(8);
        shop.twin()
                .changes(Subscription.DEFAULT.withFilter(ChangeFilter.of(Part.PRICE)))
                .subscribe(heardBy(heard));
        var at = applied("d-1", "10", "11");

        shop.hear("11", at);
        shop.hear("14", at.plusSeconds(60));

        assertThat(heard.poll(30, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isFalse();
    }

    private static Flow.Subscriber<StateChange> heardBy(Queue<Boolean> echoes) {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription all) {
                all.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(StateChange change) {
                echoes.add(change.isEcho());
            }

            @Override
            public void onError(Throwable broken) {
                throw new AssertionError(broken);
            }

            @Override
            public void onComplete() {
                // Nothing follows from it.
            }
        };
    }

    @Test
    void late_and_after_a_restart() {
        var at = applied("d-1", "10", "11");
        shop.after(Duration.ofDays(9)).reopen();

        assertIsEcho(shop.hear("11", at), "d-1");
    }

    @Test
    void twice_under_two_names() {
        var at = applied("d-1", "10", "11");

        assertIsEcho(shop.hear("11", at), "d-1");
        assertThat(shop.hear("11", at)).isInstanceOf(Acceptance.Duplicate.class);
        assertIsEcho(shop.hear("11", at.plusSeconds(30)), "d-1");
    }

    @Test
    void as_the_platform_rounds_it() {
        var up = applied("d-1", "10", "11.996");
        assertIsEcho(shop.hear("12", up), "d-1");

        var down = applied("d-2", "12", "12.599");
        assertIsEcho(shop.hear("12.59", down), "d-2");
        assertThat(shop.twin()
                        .controls()
                        .rollback(DecisionId.of("d-2"), OPERATOR, "a test")
                        .kind())
                .isEqualTo(OutcomeKind.ROLLED_BACK);
    }

    @Test
    void when_that_of_a_later_write_has_come_before_it() {
        var first = applied("d-1", "10", "11");
        var second = applied("d-2", "10", "12");

        assertIsEcho(shop.hear("12", second), "d-2");
        assertIsEcho(shop.hear("11", first), "d-1");
        assertThat(price()).isEqualTo("12.00 EUR");
    }

    @Test
    void after_the_change_was_taken_back() {
        var first = applied("d-1", "10", "11");
        shop.after(Duration.ofMinutes(5));
        shop.twin().controls().rollback(DecisionId.of("d-1"), OPERATOR, "a typing error");
        var back = shop.now().plusMillis(20);

        assertIsEcho(shop.hear("10", back), "undo:d-1");
        assertIsEcho(shop.hear("11", first), "d-1");
        assertThat(price()).isEqualTo("10.00 EUR");
        assertThat(shop.twin().state().commitments().stage(DecisionId.of("d-1")))
                .contains(ActStage.ROLLED_BACK);
    }

    @Test
    void but_not_what_a_person_sets_to_the_same_price_after_another_one() {
        var at = applied("d-1", "10", "11");
        assertIsEcho(shop.hear("11", at), "d-1");

        assertThat(echoOf(shop.hear("14", at.plusSeconds(60)))).isEmpty();
        assertThat(echoOf(shop.hear("11", at.plusSeconds(120)))).isEmpty();
        assertThat(shop.twin().state().commitments().isOverruled(MUG, WEB)).isTrue();
    }

    @Test
    void and_its_own_when_the_person_came_in_between_and_was_heard_of_first() {
        var at = applied("d-1", "10", "11");

        assertThat(echoOf(shop.hear("14", at.plusSeconds(60)))).isEmpty();
        assertIsEcho(shop.hear("11", at), "d-1");
        assertThat(price()).isEqualTo("14.00 EUR");
    }

    @Test
    void nor_what_stood_long_before() {
        var at = applied("d-1", "10", "11");

        assertThat(echoOf(shop.hear("11", at.minus(Duration.ofDays(100))))).isEmpty();
    }

    @Test
    void a_price_that_was_written_since_a_decision_is_not_overwritten_before_its_echo_has_come() {
        var second = shop.price("d-2", "10", "12");
        applied("d-1", "10", "11");

        assertThat(shop.twin().apply(second).detail()).contains("moved since");
        assertThat(shop.written()).hasSize(1);
    }

    @Test
    void what_was_taken_for_failed_is_carried_out_when_it_comes_back() {
        shop.failing(true);
        shop.after(Duration.ofMinutes(10));
        assertThat(shop.twin().apply(shop.price("d-1", "10", "11")).kind()).isEqualTo(OutcomeKind.FAILED);

        assertIsEcho(shop.hear("11", shop.now().plusMillis(20)), "d-1");
        assertThat(shop.twin().state().commitments().stage(DecisionId.of("d-1")))
                .contains(ActStage.APPLIED);
        assertThat(eur("11").isNearly(eur("11.009"))).isTrue();
        assertThat(eur("11").isNearly(eur("11.01"))).isFalse();
    }
}
