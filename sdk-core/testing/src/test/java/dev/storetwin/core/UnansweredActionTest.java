package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.state.ActStage;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies between the reservation and the platform's answer. */
class UnansweredActionTest {

    private static final DecisionId D1 = DecisionId.of("d-1");

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

    private Optional<ActStage> stage() {
        return shop.twin().state().commitments().stage(D1);
    }

    @Test
    void what_was_about_to_be_done_when_the_process_died_is_shown_after_the_restart() {
        shop.dieIn(shop.price("d-1", "10", "11"));

        var twin = shop.reopen();

        assertThat(stage()).contains(ActStage.RESERVED);
        assertThat(twin.controls().unanswered()).singleElement().satisfies(it -> {
            assertThat(it.decision()).isEqualTo(D1);
            assertThat(it.action().words()).isEqualTo("price 10.00 EUR -> 11.00 EUR");
        });
        assertThat(twin.apply(shop.price("d-1", "10", "11")).detail()).contains("nobody knows");
    }

    @Test
    void the_platform_s_report_resolves_it() {
        shop.dieIn(shop.price("d-1", "10", "11"));
        shop.reopen();

        shop.tellPrice("11");

        assertThat(stage()).contains(ActStage.APPLIED);
        assertThat(shop.twin().controls().unanswered()).isEmpty();
        assertThat(shop.isAudited("confirmed")).isTrue();
    }

    @Test
    void an_operator_who_finds_that_it_was_not_done_frees_it_for_another_try() {
        shop.dieIn(shop.price("d-1", "10", "11"));
        var twin = shop.reopen();

        assertThat(twin.controls().resolve(D1, false, OPERATOR, "not there").kind())
                .isEqualTo(OutcomeKind.FAILED);

        assertThat(stage()).contains(ActStage.FAILED);
        assertThat(twin.apply(shop.price("d-1", "10", "11")).kind()).isEqualTo(OutcomeKind.APPLIED);
        assertThat(shop.written()).hasSize(1);
    }

    @Test
    void an_operator_who_finds_that_it_was_done_makes_it_applied() {
        shop.dieIn(shop.order("d-1", "60"));
        var twin = shop.reopen();

        assertThat(twin.controls()
                        .resolve(D1, true, OPERATOR, "the order is there")
                        .kind())
                .isEqualTo(OutcomeKind.APPLIED);

        assertThat(stage()).contains(ActStage.APPLIED);
        assertThat(twin.controls().resolve(D1, false, OPERATOR, "again").kind()).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void money_that_may_have_been_spent_counts_as_spent_until_it_is_known() {
        shop.dieIn(shop.order("d-1", "60"));
        shop.reopen();
        assertThat(spent()).isEqualTo(eur("60"));

        shop.twin().controls().resolve(D1, false, OPERATOR, "not there");

        assertThat(spent()).isEqualTo(eur("0"));
    }

    private Money spent() {
        return shop.twin()
                .state()
                .commitments()
                .spent(
                        Capability.INVENTORY,
                        shop.now().minusSeconds(60),
                        shop.now().plus(Duration.ofHours(1)));
    }
}
