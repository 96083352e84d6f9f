package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.journal.ForcePolicy;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.testing.disk.CutPoint;
import dev.storetwin.testing.disk.Fault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.testing.disk.HandAlarm;
import dev.storetwin.testing.disk.PowerCut;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The lives of a twin on a disk that fails, as the seed wills it: orders one by one and in groups, snapshots and compaction every few
 * events, and at any operation of the disk a loss of power, an error or no room. After each life all is compared with what was acknowledged.
 */
final class TwinStory {

    private static final Source SHOP = Source.of("till");
    private static final Channel WEB = Channel.of("web");
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    static final int LIVES = 6;
    private static final int MOST_TRIES = 10;
    private static final int MOST_STEPS = 500;

    private final Draw chance;
    private final Path folder;
    private FaultyDisk disk;
    private boolean isCareless;
    private int faults;
    private int crashes;
    private final Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
    private int filed;
    private final List<OrderPlaced> sent = new ArrayList<>();
    private final Set<OrderId> acknowledged = new HashSet<>();
    private final Set<OrderId> safe = new HashSet<>();
    private ForcePolicy policy = ForcePolicy.EVERY_GROUP;
    private HandAlarm alarm = new HandAlarm();
    private int lost;

    TwinStory(long seed, Path folder) throws IOException {
        this.chance = Draws.of(seed).keyed("twin-story", "", 0);
        this.disk = new FaultyDisk(seed);
        this.folder = Files.createDirectories(folder);
    }

    /** On a disk that says of every force that all is well, and does nothing. */
    TwinStory withoutForces() {
        isCareless = true;
        return this;
    }

    /** Under a policy that lets a loss of power take the last of what was acknowledged. */
    TwinStory under(ForcePolicy weaker) {
        policy = weaker;
        return this;
    }

    /** Acknowledged events that a loss of power took. */
    int lost() {
        return lost;
    }

    int faults() {
        return faults;
    }

    /** Lives that ended because the power went in the midst of an operation of the disk. */
    int crashes() {
        return crashes;
    }

    /** How many of the crashes fell into a kind of work. */
    int crashesIn(Moment moment) {
        return moments.getOrDefault(moment, 0);
    }

    /** What a twin was about when the power went. */
    enum Moment {
        /** Events were written, or forced. */
        IN_A_FRAME(100),
        /** The image of a state was written, forced or given its name. */
        IN_A_SNAPSHOT(40),
        /** Documents were moved to a run of the archive, or runs were merged. */
        IN_AN_ARCHIVE(40),
        /** A part of the journal, a snapshot or a run that is not needed any more was removed. */
        IN_COMPACTION(8),
        /** The twin began its directory or a file of the journal, or mended its end. */
        ELSEWHERE(20);

        /** So many operations of its kind a life may well see. */
        private final int usual;

        Moment(int usual) {
            this.usual = usual;
        }

        static Moment of(CutPoint point) {
            if (point.act() == CutPoint.Act.DELETE && !isUnfinished(point)) {
                return IN_COMPACTION;
            }
            if (point.path().toString().contains("archive")) {
                return IN_AN_ARCHIVE;
            }
            if (point.path().toString().contains("snapshots")) {
                return IN_A_SNAPSHOT;
            }
            boolean isWritten = point.act() == CutPoint.Act.WRITE || point.act() == CutPoint.Act.FORCE;
            boolean isSegment = point.path().toString().endsWith(".journal") && !isUnfinished(point);
            return isWritten && isSegment ? IN_A_FRAME : ELSEWHERE;
        }

        /** A file that has not got its name yet. */
        private static boolean isUnfinished(CutPoint point) {
            var name = point.path().toString();
            return name.endsWith(".new") || name.contains(".unfinished");
        }
    }

    /** Lives after which a run of the archive lay on the disk. */
    int filed() {
        return filed;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    void tell() throws IOException {
        for (int life = 0; life < LIVES; life++) {
            planFaults();
            live();
            crashes += isDark() ? 1 : 0;
            disk.cut().map(Moment::of).ifPresent(it -> moments.merge(it, 1, Integer::sum));
            if (chance.nextInt(3) == 0) {
                disk = disk.afterKill();
                safe.addAll(acknowledged);
            } else {
                disk = disk.afterPowerCut();
            }
            look();
        }
        assertThat(disk.openHandles()).isZero();
    }

    /**
     * The power goes amid the kind of work that chance aims at, and within so many operations of the disk where there is none; before that
     * it may have no room, or fail.
     */
    private void planFaults() {
        for (int i = chance.nextInt(4); i > 0; i--) {
            disk.failAt(
                    disk.operations() + chance.nextInt(200), chance.nextInt(2) == 0 ? Fault.NO_ROOM : Fault.IO_ERROR);
        }
        var aim = Moment.values()[chance.nextInt(Moment.values().length)];
        disk.cutAt(point -> Moment.of(point) == aim, chance.nextInt(aim.usual));
        disk.failAt(disk.operations() + 100 + chance.nextInt(500), Fault.POWER_CUT);
        if (isCareless) {
            disk.swallowForces();
        }
    }

    private Twin open() {
        var options = DurabilityOptions.DEFAULT
                .withForce(policy)
                .withSegmentBytes(EventCodec.types().length() + 4_000)
                .withSnapshotEvery(10 + chance.nextInt(30))
                .withDocumentBytes(500 + chance.nextInt(2_000))
                .withHistory(chance.nextInt(2) == 0);
        alarm = new HandAlarm();
        var twin = StoreTwin.builder()
                .vault(new PlainVault())
                .durability(options)
                .disk(disk)
                .alarm(alarm)
                .dataDirectory(folder)
                .build();
        safe.addAll(acknowledged);
        return twin;
    }

    /** Until the power goes. A twin may fail to open on a failing disk, and is opened again; one that is open answers everything. */
    private void live() {
        for (int tries = 0; tries < MOST_TRIES && !isDark(); tries++) {
            try (var twin = open()) {
                for (int step = 0; step < MOST_STEPS && !isDark(); step++) {
                    act(twin);
                }
            } catch (UncheckedIOException | PowerCut unusable) {
                faults++;
            }
        }
    }

    private boolean isDark() {
        return disk.cut().isPresent();
    }

    private void act(Twin twin) {
        var orders = new ArrayList<OrderPlaced>();
        for (int i = chance.nextInt(4); i >= 0; i--) {
            orders.add(order());
        }
        var answers = orders.stream()
                .map(twin::offer)
                .map(CompletionStage::toCompletableFuture)
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            note(orders.get(i), answers.get(i).join());
        }
        if (chance.nextInt(5) == 0) {
            ring();
        }
    }

    /** All that was acknowledged is on disk then, unless the disk fails: then the alarm is to ring again. */
    private void ring() {
        if (alarm.ring() && alarm.waiting().isEmpty()) {
            safe.addAll(acknowledged);
        }
    }

    private OrderPlaced order() {
        int number = sent.size();
        var line = OrderLine.of(
                "1", Sku.of("MUG-" + number % 7), Quantity.of(1 + number % 3), Money.of("9.90", EUR), TaxMode.GROSS);
        var order = OrderPlaced.of(SHOP, OrderId.of("order-" + number), WEB, MONDAY.plusSeconds(number * 900L), line);
        sent.add(order);
        return order;
    }

    private void note(OrderPlaced order, Acceptance answer) {
        if (answer.isKnown()) {
            acknowledged.add(order.order());
            if (policy.equals(ForcePolicy.EVERY_GROUP)) {
                safe.add(order.order());
            }
        } else {
            faults++;
        }
    }

    /**
     * Opens on a disk that works now: everything that is safe is there, of what else was acknowledged a beginning, and the whole is what its
     * orders make when folded afresh.
     */
    private void look() throws IOException {
        var promised = Set.copyOf(safe);
        try (var twin = open()) {
            var state = (ShopState) twin.state();
            var found = sent.stream()
                    .filter(it -> state.orders().find(it.order()).isPresent())
                    .toList();
            var orders = found.stream().map(OrderPlaced::order).toList();
            assertThat(orders).containsAll(promised);
            requireBeginning(orders);
            assertThat(state.revision()).isEqualTo(found.size());
            assertThat(state.root()).isEqualTo(afresh(found).root());
            filed += disk.list(folder.resolve("archive")).stream()
                            .anyMatch(it -> it.toString().endsWith(".run"))
                    ? 1
                    : 0;
            acknowledged.addAll(orders);
            safe.clear();
            safe.addAll(acknowledged);
        }
    }

    private void requireBeginning(List<OrderId> found) {
        var inOrder = sent.stream()
                .map(OrderPlaced::order)
                .filter(acknowledged::contains)
                .toList();
        var left = inOrder.stream().filter(found::contains).toList();
        assertThat(left).isEqualTo(inOrder.subList(0, left.size()));
        lost += inOrder.size() - left.size();
        acknowledged.retainAll(left);
    }

    private static ShopState afresh(List<? extends TwinEvent> events) {
        return ShopState.empty(ZoneOffset.UTC, EUR).after(events).state();
    }
}
