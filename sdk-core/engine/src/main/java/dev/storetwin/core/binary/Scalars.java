package dev.storetwin.core.binary;

import dev.storetwin.type.Personal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The forms of what lies in bytes as one piece, by name. */
final class Scalars {

    private static final int CURRENCY_LETTERS = 3;
    private static final int SMALL = 63;

    /** By the name of the type. */
    static final Map<String, Form> FORMS = all();

    private final Map<String, Form> forms = new HashMap<>();

    private record Scalar(BiConsumer<Object, ByteWriter> writer, Function<ByteReader, Object> reader) implements Form {

        @Override
        public void write(Object value, Target out) {
            writer.accept(value, out.bytes);
        }

        @Override
        public Object read(Origin in) {
            return reader.apply(in.bytes);
        }
    }

    /** The bytes that somebody else makes of it. They say how many they are, so that they can be read over. */
    static final Form PERSONAL = new Form() {
        @Override
        public void write(Object value, Target out) {
            out.writePersonal((Personal) value);
        }

        @Override
        public Object read(Origin in) {
            return in.readPersonal();
        }
    };

    /** Reads over something personal without opening it. */
    static final Form SEALED = new Scalar((value, out) -> out.writeBytes((byte[]) value), ByteReader::readBytes);

    private Scalars() {
        add("boolean", Boolean.class, (it, out) -> out.writeBoolean(it), ByteReader::readBoolean);
        add("int", Integer.class, (it, out) -> out.writeZigzag(it), in -> Math.toIntExact(in.readZigzag()));
        add("long", Long.class, (it, out) -> out.writeZigzag(it), ByteReader::readZigzag);
        add("double", Double.class, Scalars::write, Scalars::readDouble);
        add("String", String.class, (it, out) -> out.writeString(it), ByteReader::readString);
        add("Instant", Instant.class, Moments::write, Moments::read);
        add("LocalDate", LocalDate.class, (it, out) -> out.writeZigzag(it.toEpochDay()), Scalars::readDate);
        add("LocalTime", LocalTime.class, Scalars::write, Scalars::readTime);
        add("Duration", Duration.class, Scalars::write, Scalars::readDuration);
        add("Currency", Currency.class, Scalars::write, Scalars::readCurrency);
        add("BigDecimal", BigDecimal.class, Scalars::write, Scalars::readDecimal);
        add("ZoneId", ZoneId.class, (it, out) -> out.writeString(it.getId()), in -> ZoneId.of(in.readString()));
        add("OptionalInt", OptionalInt.class, Scalars::write, Scalars::readOptionalInt);
        add("OptionalLong", OptionalLong.class, Scalars::write, Scalars::readOptionalLong);
        add("OptionalDouble", OptionalDouble.class, Scalars::write, Scalars::readOptionalDouble);
    }

    private static Map<String, Form> all() {
        return Map.copyOf(new Scalars().forms);
    }

    private <T> void add(String name, Class<T> type, BiConsumer<T, ByteWriter> writer, Function<ByteReader, T> reader) {
        forms.put(name, new Scalar((value, out) -> writer.accept(type.cast(value), out), reader::apply));
    }

    private static void write(double value, ByteWriter out) {
        out.writeLong(Double.doubleToLongBits(value));
    }

    private static double readDouble(ByteReader in) {
        return Double.longBitsToDouble(in.readLong());
    }

    private static void write(LocalTime value, ByteWriter out) {
        out.writeVarint(value.toSecondOfDay());
        Moments.writeNanos(value.getNano(), out);
    }

    private static LocalTime readTime(ByteReader in) {
        return LocalTime.ofSecondOfDay(in.readVarint()).withNano(Moments.readNanos(in));
    }

    private static LocalDate readDate(ByteReader in) {
        return LocalDate.ofEpochDay(in.readZigzag());
    }

    private static void write(Duration value, ByteWriter out) {
        out.writeZigzag(value.getSeconds());
        Moments.writeNanos(value.getNano(), out);
    }

    private static Duration readDuration(ByteReader in) {
        return Duration.ofSeconds(in.readZigzag(), Moments.readNanos(in));
    }

    private static void write(Currency value, ByteWriter out) {
        out.writeRaw(value.getCurrencyCode().getBytes(StandardCharsets.US_ASCII), 0, CURRENCY_LETTERS);
    }

    private static Currency readCurrency(ByteReader in) {
        return Currency.getInstance(new String(in.readRaw(CURRENCY_LETTERS), StandardCharsets.US_ASCII));
    }

    /** Scale, with a mark for digits that do not fit a long, and digits. */
    private static void write(BigDecimal value, ByteWriter out) {
        var digits = value.unscaledValue();
        boolean isSmall = digits.bitLength() <= SMALL;
        out.writeZigzag((long) value.scale() << 1 | (isSmall ? 0 : 1));
        if (isSmall) {
            out.writeZigzag(digits.longValue());
        } else {
            out.writeBytes(digits.toByteArray());
        }
    }

    private static BigDecimal readDecimal(ByteReader in) {
        long head = in.readZigzag();
        int scale = Math.toIntExact(head >> 1);
        if ((head & 1) == 0) {
            return BigDecimal.valueOf(in.readZigzag(), scale);
        }
        var digits = new BigInteger(in.readBytes());
        if (digits.bitLength() <= SMALL) {
            throw new MalformedBytes(in.position(), "a number of more than 64 bits");
        }
        return new BigDecimal(digits, scale);
    }

    private static void write(OptionalInt value, ByteWriter out) {
        out.writeBoolean(value.isPresent());
        value.ifPresent(out::writeZigzag);
    }

    private static OptionalInt readOptionalInt(ByteReader in) {
        return in.readBoolean() ? OptionalInt.of(Math.toIntExact(in.readZigzag())) : OptionalInt.empty();
    }

    private static void write(OptionalLong value, ByteWriter out) {
        out.writeBoolean(value.isPresent());
        value.ifPresent(out::writeZigzag);
    }

    private static OptionalLong readOptionalLong(ByteReader in) {
        return in.readBoolean() ? OptionalLong.of(in.readZigzag()) : OptionalLong.empty();
    }

    private static void write(OptionalDouble value, ByteWriter out) {
        out.writeBoolean(value.isPresent());
        value.ifPresent(it -> write(it, out));
    }

    private static OptionalDouble readOptionalDouble(ByteReader in) {
        return in.readBoolean() ? OptionalDouble.of(readDouble(in)) : OptionalDouble.empty();
    }
}
