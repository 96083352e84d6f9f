package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plan of the rooms and the way of the data through them: a room uses rooms before it, never one after it.
 *
 * <p>A room has the same name below two roots, its words below {@code api} and its workings below {@code core}; both count
 * as one place on the way. The engine's ground floor is open to every room of the engine and knows {@code type} alone.
 *
 * @param api  package that holds the rooms of the API; itself the front door, behind all rooms
 * @param core package that holds the rooms of the engine; itself the builder, which knows everything
 */
record FloorPlan(String api, String core) {

    private static final List<Set<String>> WAY = List.of(
            Set.of("type"),
            Set.of("event"),
            Set.of("identity"),
            Set.of("state"),
            Set.of("feature"),
            Set.of("model"),
            Set.of("forecast"),
            Set.of("proposal"),
            Set.of("pricing", "inventory", "fulfillment", "warehouse", "returns", "merchandising"),
            Set.of("guardrail"),
            Set.of("experiment"),
            Set.of("decision"),
            Set.of("audit"),
            Set.of("memory"),
            Set.of("simulation"),
            Set.of("monitor"),
            Set.of("platform"));

    private static final Set<String> GROUND_FLOOR =
            Set.of("binary", "numeric", "random", "json", "journal", "crypto", "solver", "thread");

    static final FloorPlan HOUSE = new FloorPlan("dev.storetwin", "dev.storetwin.core");

    /** For the classes of the API. */
    ArchRule apiKeepsTheWay() {
        return classes()
                .should(new Condition("use only rooms before their own", this::findingsInApi))
                .as("API rooms flow one way");
    }

    /** For the classes of the engine. */
    ArchRule coreKeepsTheWay() {
        return classes()
                .should(new Condition("use only rooms before their own and the ground floor", this::findingsInCore))
                .as("engine rooms flow one way");
    }

    private Stream<String> findingsInApi(JavaClass from) {
        var room = roomBelow(api, from);
        if (room.isEmpty()) {
            return Stream.empty();
        }
        return isOnTheWay(room) ? findings(room, from) : noRoom(from);
    }

    private Stream<String> findingsInCore(JavaClass from) {
        var room = roomBelow(core, from);
        if (room.isEmpty()) {
            return Stream.empty();
        }
        return isOnTheWay(room) || GROUND_FLOOR.contains(room) ? findings(room, from) : noRoom(from);
    }

    private Stream<String> findings(String room, JavaClass from) {
        return from.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isInHouse(dependency.getTargetClass()))
                .filter(dependency -> !mayUse(room, dependency.getTargetClass()))
                .map(Dependency::getDescription);
    }

    private boolean mayUse(String room, JavaClass target) {
        if (target.getPackageName().equals(api) || target.getPackageName().equals(core)) {
            return false;
        }
        var other = isBelow(core, target) ? roomBelow(core, target) : roomBelow(api, target);
        if (GROUND_FLOOR.contains(other)) {
            return isBelow(core, target);
        }
        return GROUND_FLOOR.contains(room) ? other.equals("type") : other.equals(room) || isBefore(other, room);
    }

    private static boolean isBefore(String other, String room) {
        return isOnTheWay(other) && place(other) < place(room);
    }

    private static boolean isOnTheWay(String room) {
        return WAY.stream().anyMatch(place -> place.contains(room));
    }

    private static int place(String room) {
        return WAY.indexOf(
                WAY.stream().filter(rooms -> rooms.contains(room)).findFirst().orElseThrow());
    }

    private static Stream<String> noRoom(JavaClass from) {
        return Stream.of("%s lies in a package that is no room of the plan".formatted(from.getFullName()));
    }

    private boolean isInHouse(JavaClass javaClass) {
        return javaClass.getPackageName().equals(api) || isBelow(api, javaClass) || isInCore(javaClass);
    }

    private boolean isInCore(JavaClass javaClass) {
        return javaClass.getPackageName().equals(core) || isBelow(core, javaClass);
    }

    private static boolean isBelow(String root, JavaClass javaClass) {
        return javaClass.getPackageName().startsWith(root + ".");
    }

    /** First package name below the root: "forecast" for {@code root.forecast.methods}; empty for the root itself. */
    private static String roomBelow(String root, JavaClass javaClass) {
        if (!isBelow(root, javaClass)) {
            return "";
        }
        return javaClass.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
    }
}
