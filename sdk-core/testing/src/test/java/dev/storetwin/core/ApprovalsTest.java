package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.ANN;
import static dev.storetwin.core.ActingShop.BOB;
import static dev.storetwin.core.ActingShop.HOST;
import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.WEB;
import static dev.storetwin.core.ActingShop.change;
import static dev.storetwin.core.ActingShop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Controls;
import dev.storetwin.PendingApproval;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {

    private static final DecisionId D1 = DecisionId.of("d-1");

    @TempDir
    private Path folder;

    private ActingShop shop;

    @BeforeEach
    void open() {
        var options = ApprovalOptions.DEFAULT
                .withExpiry(Duration.ofHours(4))
                .withHighMove(0.2)
                .withHighSpend(eur("1000"));
        shop = new ActingShop(folder, it -> it.approvals(options));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Controls controls() {
        return shop.twin().controls();
    }

    @Test
    void what_needs_a_yes_waits_in_the_queue_with_its_reasons() {
        assertThat(shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST).kind())
                .isEqualTo(OutcomeKind.WAITING);
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);

        assertThat(controls().pending()).singleElement().satisfies(it -> {
            assertThat(it.decision()).isEqualTo(D1);
            assertThat(it.action().words()).isEqualTo("price 10.00 EUR -> 11.00 EUR");
            assertThat(it.reasons()).containsExactly("it brings more");
            assertThat(Duration.between(it.since(), it.expires())).isEqualTo(Duration.ofHours(4));
            assertThat(it.askedBy()).isEqualTo(HOST);
        });
    }

    @Test
    void after_a_restart_it_still_waits_and_is_carried_out_by_its_id() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        shop.reopen();
        assertThat(controls().pending()).hasSize(1);

        assertThat(controls().approve(D1, ANN, "fine").kind()).isEqualTo(OutcomeKind.APPROVED);
        shop.reopen();
        assertThat(controls().pending()).isEmpty();
        assertThat(controls().apply(D1, ANN).kind()).isEqualTo(OutcomeKind.APPLIED);

        assertThat(shop.written()).containsExactly(change("10", "11"));
    }

    @Test
    void an_order_is_made_again_from_the_journal_too() {
        var order = shop.order("d-1", "1500");
        shop.twin().apply(order, HOST);
        shop.reopen();
        controls().approve(D1, ANN, "fine");
        controls().approve(D1, BOB, "fine too");

        assertThat(controls().apply(D1, ANN).kind()).isEqualTo(OutcomeKind.APPLIED);

        assertThat(shop.written()).containsExactly(order.action().orElseThrow());
    }

    @Test
    void nothing_is_carried_out_before_the_yes() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);

        assertThat(controls().apply(D1, ANN).kind()).isEqualTo(OutcomeKind.WAITING);
        assertThat(shop.written()).isEmpty();
    }

    @Test
    void what_nobody_knows_cannot_be_approved_nor_carried_out() {
        var unknown = DecisionId.of("d-99");

        assertThat(controls().approve(unknown, ANN, "fine").kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(controls().approve(unknown, ANN, "fine").detail()).contains("knows of nothing");
        assertThat(controls().apply(unknown, ANN).detail()).contains("knows of no action");
        assertThat(controls().reject(unknown, ANN, "no").detail()).contains("nothing is known of it yet");
    }

    @Test
    void a_no_under_a_mistyped_name_counts_and_tells_whose_name_is_near() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);

        var mistyped = controls().reject(DecisionId.of("d-11"), ANN, "no");

        assertThat(mistyped.kind()).isEqualTo(OutcomeKind.REJECTED);
        assertThat(mistyped.detail())
                .contains("nothing is known of it yet; should it come, it stays rejected")
                .contains("Maybe d-1 is meant, which waits");
        assertThat(controls().pending()).extracting(PendingApproval::decision).containsExactly(D1);
        assertThat(shop.twin().apply(shop.price("d-11", "10", "11"), HOST).detail())
                .contains("rejected");
    }

    @Test
    void a_no_to_what_was_decided_and_not_asked_for_needs_no_warning() {
        var decision = shop.twin().pricing().recommend(MUG, WEB);

        assertThat(controls().reject(decision.id(), ANN, "not this one").detail())
                .endsWith("not this one");
    }

    @Test
    void a_yes_that_comes_too_late_is_refused() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        shop.after(Duration.ofHours(4).plusSeconds(1));

        assertThat(controls().pending()).isEmpty();
        assertThat(controls().approve(D1, ANN, "fine").detail()).contains("time");
        assertThat(shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST).kind())
                .isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void a_yes_that_was_not_used_in_time_counts_no_more() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        controls().approve(D1, ANN, "fine");
        shop.after(Duration.ofHours(5));

        assertThat(controls().apply(D1, ANN).kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(shop.written()).isEmpty();
    }

    @Test
    void what_has_expired_is_closed_when_the_next_one_is_asked_for() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        shop.after(Duration.ofHours(5));
        shop.twin().apply(shop.reviewed("d-2", "10", "11"), HOST);

        assertThat(shop.twin().state().commitments().open()).containsExactly(DecisionId.of("d-2"));
        assertThat(controls().apply(D1, ANN).detail()).contains("rejected");
    }

    @Test
    void a_no_is_final() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        controls().reject(D1, ANN, "too dear");

        assertThat(controls().pending()).isEmpty();
        assertThat(controls().approve(D1, BOB, "fine").kind()).isEqualTo(OutcomeKind.REFUSED);
        assertThat(controls().apply(D1, BOB).detail()).contains("rejected");
    }

    @Test
    void what_is_done_cannot_be_refused_any_more() {
        shop.twin().apply(shop.price("d-1", "10", "11"), HOST);

        assertThat(controls().reject(D1, ANN, "no").kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void a_large_change_waits_for_two_people_who_are_not_who_asked() {
        assertThat(shop.twin().apply(shop.price("d-1", "10", "12.50"), ANN).kind())
                .isEqualTo(OutcomeKind.WAITING);
        var carla = new Actor(Role.MERCHANT, "carla");

        assertThat(controls().approve(D1, ANN, "mine").detail()).contains("who asked");
        assertThat(controls().approve(D1, BOB, "fine").detail()).contains("1 more");
        assertThat(controls().approve(D1, BOB, "really").detail()).contains("same person");
        assertThat(controls().apply(D1, BOB).kind()).isEqualTo(OutcomeKind.WAITING);
        assertThat(controls().pending()).singleElement().satisfies(it -> assertThat(it.approvedBy())
                .containsExactly(BOB));
        assertThat(shop.written()).isEmpty();

        shop.reopen();
        controls().approve(D1, carla, "fine too");

        assertThat(controls().apply(D1, BOB).kind()).isEqualTo(OutcomeKind.APPLIED);
    }

    @Test
    void a_price_that_moved_while_it_waited_is_not_overwritten() {
        shop.twin().apply(shop.reviewed("d-1", "10", "11"), HOST);
        controls().approve(D1, ANN, "fine");
        shop.tellPrice("9");

        assertThat(controls().apply(D1, ANN).detail()).contains("moved");
    }
}
