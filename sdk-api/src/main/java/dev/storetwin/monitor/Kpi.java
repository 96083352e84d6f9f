package dev.storetwin.monitor;

import java.util.OptionalDouble;

/**
 * One key figure.
 *
 * @param name  such as {@code in-stock share}
 * @param value empty when it cannot be known
 * @param unit  such as {@code GBP} or {@code %}
 * @param note  what to know when reading it; may be empty
 */
public record Kpi(String name, OptionalDouble value, String unit, String note) {}
