package dev.storetwin.privacy;

import java.util.Optional;

/**
 * The key that an owner's values are sealed under now.
 *
 * @param version 0 for an erased owner
 * @param cipher  empty for an erased owner
 */
record OwnerKey(int version, Optional<Siv> cipher) {

    static final OwnerKey ERASED = new OwnerKey(0, Optional.empty());

    static OwnerKey of(int version, Siv cipher) {
        return new OwnerKey(version, Optional.of(cipher));
    }
}
