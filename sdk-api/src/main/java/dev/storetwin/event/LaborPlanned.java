package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How many hours of work a node has on a day. A newer version replaces the older.
 *
 * @param activity such as {@code pick} or {@code receive}
 */
public record LaborPlanned(EventHeader header, NodeId node, LocalDate day, String activity, BigDecimal hours)
        implements WarehouseEvent {}
