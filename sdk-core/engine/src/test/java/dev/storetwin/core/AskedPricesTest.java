package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.PriceWhatIf;
import dev.storetwin.PriceWhatIf.Expected;
import dev.storetwin.PriceWhatIf.NoAnswer;
import dev.storetwin.Twin;
import dev.storetwin.decision.Decision;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPricesTest {

    private static final Guardrail<PriceChange> AT_MOST_ELEVEN = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return action.to().compareTo(Money.of("11", "EUR")) > 0
                    ? new Ruling<>(List.of(new RuleHit("at most 11", Severity.BLOCKED, "said so")), List.of())
                    : Ruling.allowed();
        }
    };

    private final Twin twin = twin(builder());

    @AfterEach
    void close() {
        twin.close();
    }

    @Test
    void the_present_price_is_no_different_from_itself() {
        var answer = expected("10.00");

        assertThat(answer.overPresent()).isZero();
        assertThat(answer.judged().verdict().severity()).isEqualTo(Severity.ALLOWED);
        assertThat(answer.overRecommended()).isEqualTo(-decision().expectedGain());
    }

    @Test
    void a_price_of_the_ladder_is_worth_what_the_decision_says_and_may_be_what_it_says() {
        var decision = decision();

        for (var judged : decision.alternatives()) {
            judged.proposed().action().map(PriceChange::to).ifPresent(price -> {
                var answer = expected(price.amount().toPlainString());

                assertThat(answer.judged().proposed()).isEqualTo(judged.proposed());
                assertThat(answer.judged().verdict()).isEqualTo(judged.verdict());
                assertThat(answer.overPresent()).isEqualTo(judged.expectedValue() - decision.baseline());
            });
        }
    }

    @Test
    void the_recommended_price_is_no_different_from_itself() {
        var recommended = decision().action().orElseThrow().to();

        assertThat(expected(recommended.amount().toPlainString()).overRecommended())
                .isZero();
    }

    @Test
    void any_price_between_is_told_with_its_verdict_in_words() {
        var answer = expected("11.37");

        assertThat(answer.expected())
                .hasValueSatisfying(it -> assertThat(it.units().mean())
                        .isBetween(it.units().lower(), it.units().upper()));
        assertThat(answer.judged().verdict().severity()).isEqualTo(Severity.BLOCKED);
        assertThat(answer.inWords())
                .contains(
                        "11.37 EUR: ",
                        "scored with caution",
                        "than the present 10.00 EUR",
                        "The guardrails refuse it: at most 11: said so");
        assertThat(answer.caveats()).anyMatch(it -> it.startsWith("Demand was only seen between 10.00 and 10.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, EUR, must be above zero",
        "-3.00, EUR, must be above zero",
        "10.00, JPY, it is sold in EUR",
        "10000.00, EUR, Maybe one of them counts another unit",
        "0.01, EUR, Maybe one of them counts another unit"
    })
    void what_is_no_price_is_answered_with_why(String amount, String currency, String why) {
        var answer = twin.pricing().whatIf(MUG, WEB, Money.of(amount, currency));

        assertThat(answer).isInstanceOf(NoAnswer.class);
        assertThat(answer.inWords()).startsWith("Nothing can be said of").contains(why);
    }

    @Test
    void what_nobody_can_know_is_answered_with_what_is_missing() {
        assertThat(twin.pricing().whatIf(Sku.of("GHOST"), WEB, Money.of("9", "EUR")))
                .isInstanceOf(NoAnswer.class)
                .extracting(PriceWhatIf::inWords)
                .asString()
                .contains("no price is known for GHOST in web");
        assertThat(twin.pricing().curve(Sku.of("GHOST"), WEB).missing()).isNotEmpty();
    }

    @Test
    void asking_writes_nothing_down() {
        long before = twin.audit().checkpoint().size();

        expected("9.00");
        twin.pricing().curve(MUG, WEB);

        assertThat(twin.audit().checkpoint().size()).isEqualTo(before);
    }

    @Test
    void a_planner_of_the_hosts_is_asked_for_the_value_and_none_of_its_faults_comes_out() {
        try (var hosted = twin(builder().pricing(new ByTheTen()))) {
            var ten = (Expected) hosted.pricing().whatIf(MUG, WEB, Money.of("12", "EUR"));
            assertThat(ten.overPresent()).isEqualTo(2);
            assertThat(ten.expected()).isEmpty();
            assertThat(ten.caveats()).anyMatch(it -> it.contains("planner of the host's"));

            var broken = hosted.pricing().whatIf(MUG, WEB, Money.of("13", "EUR"));
            assertThat(broken.inWords()).contains("thirteen");
        }
    }

    private static StoreTwinBuilder builder() {
        return StoreTwin.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).guardrail(AT_MOST_ELEVEN);
    }

    private static Twin twin(StoreTwinBuilder builder) {
        var twin = builder.build();
        var history = shop().cost(MUG, "8.00")
                .price(MUG, WEB, "10.00", ago(300))
                .sold(MUG, WEB, 200, day -> 2 + day * 7L % 5);
        twin.load(history.events().stream());
        return twin;
    }

    private Decision<PriceChange> decision() {
        return twin.pricing().decider().decide(twin.state(), new PriceQuestion(MUG, WEB, NOW));
    }

    private Expected expected(String price) {
        return (Expected) twin.pricing().whatIf(MUG, WEB, Money.of(price, "EUR"));
    }

    /** Worth what is asked; thirteen is beyond it. */
    private static final class ByTheTen implements PricePlanner {

        @Override
        public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
            return new Proposal<>(
                    Capability.PRICING,
                    question.target(),
                    question.asOf(),
                    new Objective("margin", "EUR"),
                    List.of(Alternative.doNothing(10)),
                    List.of(),
                    List.of(),
                    List.of(),
                    new TreeMap<>());
        }

        @Override
        public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
            if (action.to().equals(Money.of("13", "EUR"))) {
                throw new IllegalStateException("thirteen");
            }
            return Alternative.of(action, action.to().toDouble());
        }
    }
}
