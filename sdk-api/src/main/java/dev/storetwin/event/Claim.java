package dev.storetwin.event;

import dev.storetwin.type.Personal;

/**
 * One thing that a source says about a person.
 *
 * @param kind  what it is
 * @param value the value, masked wherever it is printed
 */
public record Claim(ClaimKind kind, Personal value) {

    public static Claim of(ClaimKind kind, String value) {
        return new Claim(kind, Personal.of(value));
    }
}
