package dev.storetwin.core.event;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Personal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** Events of every kind with anything in them that a record accepts. */
public final class AnyEvents {

    private static final List<String> WORDS =
            List.of("a", "MUG-1", "web", "Größe 38", "北京", "order:1001@2026", "🧦", "x".repeat(130), "with / slash");

    private final Random chance;

    public AnyEvents(long seed) {
        this.chance = new Random(seed);
    }

    /** All records that an event can be. */
    static List<Class<?>> kinds() {
        return records(TwinEvent.class).distinct().toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(AnyEvents::records);
    }

    /** One of each kind. */
    public List<TwinEvent> oneOfEach() {
        return kinds().stream().map(it -> (TwinEvent) record(it)).toList();
    }

    TwinEvent any() {
        return (TwinEvent) record(kinds().get(chance.nextInt(kinds().size())));
    }

    <T> T any(Class<T> type) {
        return type.cast(record(type));
    }

    private Object record(Class<?> type) {
        for (int tries = 0; tries < 1_000; tries++) {
            try {
                var components = type.getRecordComponents();
                var types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                var values = Arrays.stream(components)
                        .map(it -> value(it.getGenericType()))
                        .toArray();
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException refused) {
                continue;
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
        }
        throw new AssertionError("Nothing is accepted by " + type);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType holder) {
            return holder((Class<?>) holder.getRawType(), holder.getActualTypeArguments());
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[chance.nextInt(plain.getEnumConstants().length)];
        }
        return scalar(plain);
    }

    private Object holder(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return chance.nextBoolean() ? Optional.of(value(of[0])) : Optional.empty();
        }
        int size = chance.nextInt(4);
        if (type.getSimpleName().equals("Map")) {
            var map = new HashMap<Object, Object>();
            for (int i = 0; i < size; i++) {
                map.put(value(of[0]), value(of[1]));
            }
            return map;
        }
        var list = new ArrayList<Object>();
        for (int i = 0; i < size; i++) {
            list.add(value(of[0]));
        }
        return type == List.class ? list : new HashSet<>(list);
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" ->
                WORDS.get(chance.nextInt(WORDS.size())) + (chance.nextBoolean() ? chance.nextInt(100) : "");
            case "boolean" -> chance.nextBoolean();
            case "int" -> chance.nextInt() >> chance.nextInt(32);
            case "long" -> chance.nextLong() >> chance.nextInt(64);
            case "double" -> chance.nextGaussian();
            case "Instant" ->
                Instant.ofEpochSecond(
                        1_700_000_000L + chance.nextInt(100_000_000),
                        chance.nextInt(3) * 1_000L * chance.nextInt(400_000));
            case "LocalDate" -> LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(1_000));
            case "LocalTime" -> LocalTime.ofSecondOfDay(chance.nextInt(86_400));
            case "Duration" -> Duration.ofMinutes(chance.nextInt(100_000));
            case "Currency" -> Currency.getInstance(List.of("EUR", "USD", "JPY").get(chance.nextInt(3)));
            case "BigDecimal" -> decimal();
            case "ZoneId" -> ZoneId.of(List.of("Europe/Berlin", "UTC", "+02:00").get(chance.nextInt(3)));
            case "OptionalDouble" ->
                chance.nextBoolean() ? OptionalDouble.of(chance.nextGaussian()) : OptionalDouble.empty();
            case "OptionalInt" -> chance.nextBoolean() ? OptionalInt.of(chance.nextInt()) : OptionalInt.empty();
            case "Personal" -> Personal.of("secret " + chance.nextInt(1_000));
            default -> throw new AssertionError("Add a value of " + type);
        };
    }

    private BigDecimal decimal() {
        return chance.nextInt(8) == 0
                ? new BigDecimal(new BigInteger(90, chance), 5)
                : BigDecimal.valueOf(chance.nextInt(1_000_000) - 1_000, chance.nextInt(4));
    }
}
