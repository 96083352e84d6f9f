package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Controls;
import dev.storetwin.Decisions;
import dev.storetwin.Forecasting;
import dev.storetwin.Inventory;
import dev.storetwin.People;
import dev.storetwin.Platforms;
import dev.storetwin.Pricing;
import dev.storetwin.Rules;
import dev.storetwin.Twin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.PriceWishes;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.state.Subscription;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every door of a twin names what must not be null, whichever argument it is. */
class DoorsTest {

    private static final TwinEvent EVENT = PriceChanged.of(Source.of("test"), MUG, WEB, Money.of("9", "EUR"), NOW);

    private final Twin twin = StoreTwin.builder().build();

    @AfterEach
    void close() {
        twin.close();
    }

    @TestFactory
    Stream<DynamicTest> every_argument_of_every_door_is_named_when_it_is_null() {
        return doors().entrySet().stream()
                .flatMap(door -> Stream.of(door.getKey().getMethods())
                        .filter(it -> it.getDeclaringClass() == door.getKey())
                        .flatMap(method -> references(method)
                                .map(place -> DynamicTest.dynamicTest(
                                        "%s.%s, argument %d"
                                                .formatted(door.getKey().getSimpleName(), method.getName(), place + 1),
                                        () -> refuses(door.getValue(), method, place)))));
    }

    private Map<Class<?>, Object> doors() {
        var doors = new LinkedHashMap<Class<?>, Object>();
        doors.put(Twin.class, twin);
        doors.put(Pricing.class, twin.pricing());
        doors.put(Inventory.class, twin.inventory());
        doors.put(Forecasting.class, twin.forecasting());
        doors.put(Controls.class, twin.controls());
        doors.put(Rules.class, twin.rules());
        doors.put(Decisions.class, twin.decisions());
        doors.put(People.class, twin.people());
        doors.put(Platforms.class, twin.platforms());
        return doors;
    }

    private static Stream<Integer> references(Method method) {
        var types = method.getParameterTypes();
        return Stream.iterate(0, it -> it < types.length, it -> it + 1).filter(it -> !types[it].isPrimitive());
    }

    private void refuses(Object door, Method method, int place) {
        var arguments = Stream.of(method.getParameterTypes()).map(this::any).toArray();
        arguments[place] = null;

        assertThatThrownBy(() -> call(door, method, arguments))
                .isInstanceOf(NullPointerException.class)
                .hasMessageMatching("(?s)'[a-z]+' must not be null\\..*Maybe .*");
    }

    private static void call(Object door, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            method.invoke(door, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object any(Class<?> type) {
        return Stream.of(
                        EVENT,
                        Stream.of(EVENT),
                        twin.pricing().decider().decide(twin.state(), new PriceQuestion(MUG, WEB, NOW)),
                        Subscription.DEFAULT,
                        Actor.HOST,
                        MUG,
                        WEB,
                        MAIN,
                        Money.of("9", "EUR"),
                        new PriceQuestion(MUG, WEB, NOW),
                        DecisionId.of("d-1"),
                        "why",
                        NOW,
                        TODAY,
                        Capability.PRICING,
                        Scope.EVERYTHING,
                        Autonomy.ADVISE,
                        RuleSet.of("a.drl", ""),
                        DecisionRange.newest(1),
                        PlanWishes.fast(),
                        MarkdownWish.until(TODAY),
                        PriceWishes.all(),
                        SubjectId.of("s-1"),
                        PromotionId.of("p-1"),
                        new PromotionPlan(
                                MUG, WEB, Money.of("9", "EUR"), Money.of("8", "EUR"), NOW, NOW.plusSeconds(1)),
                        PromotionQuestion.of(MUG, WEB, NOW.minusSeconds(1), NOW),
                        new ByteArrayOutputStream(),
                        Source.of("shop"),
                        List.of(),
                        1L,
                        1,
                        0.5,
                        true)
                .filter(it -> boxed(type).isInstance(it))
                .findFirst()
                .orElseGet(() -> fake(type));
    }

    private static Class<?> boxed(Class<?> type) {
        return type == long.class
                ? Long.class
                : type == int.class
                        ? Integer.class
                        : type == double.class ? Double.class : type == boolean.class ? Boolean.class : type;
    }

    /** Stands where an argument before or after it is refused. */
    private static Object fake(Class<?> type) {
        return Proxy.newProxyInstance(
                DoorsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, some) -> {
                    throw new AssertionError("%s was asked before null was refused".formatted(type));
                });
    }

    @Test
    void a_stream_with_nothing_in_it_where_an_event_belongs_is_loaded_up_to_there() {
        assertThatThrownBy(() -> twin.load(Stream.of(EVENT, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("an event of the stream");
        assertThat(twin.state().catalog().price(MUG, WEB, NOW)).isPresent();
    }
}
