package dev.storetwin.decision;

import dev.storetwin.type.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which role may do what. What is not named is denied. Who has which role is for the host to know: it makes the {@link dev.storetwin.type.Actor}
 * after it has recognised the person.
 *
 * @param rights by role
 */
public record Permissions(Map<Role, Set<Right>> rights) {

    /** Nobody may do anything; to begin with. */
    public static final Permissions NONE = new Permissions(Map.of());

    /** A way to share the work that suits most shops. */
    public static final Permissions USUAL = NONE.with(Role.HOST, Right.APPLY, Right.STOP)
            .with(Role.OPERATOR, Right.APPLY, Right.STOP, Right.RELEASE, Right.RESOLVE, Right.ROLL_BACK)
            .with(Role.APPROVER, Right.APPLY, Right.APPROVE, Right.STOP)
            .with(Role.RULE_AUTHOR, Right.INSTALL_RULES)
            .with(Role.MERCHANT, Right.APPLY, Right.APPROVE, Right.STOP, Right.GRANT, Right.INSTALL_RULES)
            .with(Role.ADMIN, Right.values());

    public Permissions {
        var copy = new EnumMap<Role, Set<Right>>(Role.class);
        rights.forEach((role, some) -> copy.put(role, Set.copyOf(some)));
        rights = Collections.unmodifiableMap(copy);
    }

    /** The same, and a role has these rights besides. */
    public Permissions with(Role role, Right... more) {
        var all = EnumSet.noneOf(Right.class);
        all.addAll(rights.getOrDefault(role, Set.of()));
        Collections.addAll(all, more);
        var next = new EnumMap<Role, Set<Right>>(Role.class);
        next.putAll(rights);
        next.put(role, all);
        return new Permissions(next);
    }

    public boolean allows(Role role, Right right) {
        return rights.getOrDefault(role, Set.of()).contains(right);
    }
}
