package dev.storetwin.csv;

import dev.storetwin.type.Money;
import dev.storetwin.type.SubjectId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Order lines in packed columns, in the order of the file. A line is a number from 0; words are numbers of a dictionary. Millions of lines fit
 * where objects of them would not.
 */
final class LineTable {

    /** Stands for an unknown price, customer or country. */
    static final int UNKNOWN = -1;

    private static final int FIRST_CAPACITY = 1 << 12;

    final Dictionary orders = new Dictionary();
    final Dictionary skus = new Dictionary();
    final Dictionary channels = new Dictionary();
    final Dictionary countries = new Dictionary();
    final Dictionary types = new Dictionary();
    final Dictionary descriptions = new Dictionary();
    final List<SubjectId> customers = new ArrayList<>();
    final List<BigDecimal> prices = new ArrayList<>();

    private int size;
    private final Map<Field, int[]> numbers = new EnumMap<>(Field.class);
    private long[] thousandths = new long[FIRST_CAPACITY];
    private long[] millis = new long[FIRST_CAPACITY];

    /** What every line has a number for. */
    enum Field {
        ORDER,
        SKU,
        CUSTOMER,
        CHANNEL,
        COUNTRY,
        TYPE,
        DESCRIPTION,
        PRICE,
        FILE_LINE
    }

    LineTable() {
        for (var field : Field.values()) {
            numbers.put(field, new int[FIRST_CAPACITY]);
        }
    }

    int size() {
        return size;
    }

    /** Adds a line; its numbers are set one by one afterwards. */
    int add(long time, long quantity) {
        if (size == millis.length) {
            grow(size * 2);
        }
        millis[size] = time;
        thousandths[size] = quantity;
        return size++;
    }

    private void grow(int capacity) {
        numbers.replaceAll((field, column) -> Arrays.copyOf(column, capacity));
        thousandths = Arrays.copyOf(thousandths, capacity);
        millis = Arrays.copyOf(millis, capacity);
    }

    void set(Field field, int line, int number) {
        column(field)[line] = number;
    }

    int number(Field field, int line) {
        return column(field)[line];
    }

    private int[] column(Field field) {
        return Objects.requireNonNull(numbers.get(field));
    }

    /** When, in milliseconds since 1970. */
    long time(int line) {
        return millis[line];
    }

    /** Units times one thousand; negative for what goes back. */
    long quantity(int line) {
        return thousandths[line];
    }

    int order(int line) {
        return number(Field.ORDER, line);
    }

    int sku(int line) {
        return number(Field.SKU, line);
    }

    int channel(int line) {
        return number(Field.CHANNEL, line);
    }

    boolean hasCustomer(int line) {
        return number(Field.CUSTOMER, line) != UNKNOWN;
    }

    Optional<SubjectId> customer(int line) {
        int customer = number(Field.CUSTOMER, line);
        return customer == UNKNOWN ? Optional.empty() : Optional.of(customers.get(customer));
    }

    Optional<String> country(int line) {
        int country = number(Field.COUNTRY, line);
        return country == UNKNOWN ? Optional.empty() : Optional.of(countries.word(country));
    }

    String description(int line) {
        return descriptions.word(number(Field.DESCRIPTION, line));
    }

    String type(int line) {
        return types.word(number(Field.TYPE, line));
    }

    Optional<BigDecimal> price(int line) {
        int price = number(Field.PRICE, line);
        return price == UNKNOWN ? Optional.empty() : Optional.of(prices.get(price));
    }

    Optional<Money> price(int line, Currency currency) {
        return price(line).map(it -> new Money(it, currency));
    }

    /** The sign of the unit price; 0 when it is unknown too. */
    boolean isFree(int line) {
        return price(line).map(it -> it.signum() <= 0).orElse(false);
    }

    boolean isPriced(int line) {
        return price(line).map(it -> it.signum() > 0).orElse(false);
    }
}
