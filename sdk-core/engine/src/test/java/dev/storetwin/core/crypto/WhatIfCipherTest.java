package dev.storetwin.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatIfCipherTest {

    private static final byte[] CONTEXT = {1};

    private final Set<String> owners = new HashSet<>(Set.of("subject/ann"));
    private final PersonalCipher live = new PersonalCipher() {
        @Override
        public byte[] seal(String owner, byte[] context, String value) {
            owners.add(owner);
            return ("sealed " + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean hasKey(String owner) {
            return owners.contains(owner);
        }

        @Override
        public Optional<String> open(String owner, byte[] context, byte[] sealed) {
            return Optional.of(new String(sealed, StandardCharsets.UTF_8).substring("sealed ".length()));
        }
    };
    private final WhatIfCipher branch = new WhatIfCipher(live);

    @Test
    void seals_as_the_live_cipher_does_where_a_key_stands() {
        var sealed = branch.seal("subject/ann", CONTEXT, "Ann");

        assertThat(sealed).isEqualTo(live.seal("subject/ann", CONTEXT, "Ann"));
        assertThat(branch.open("subject/ann", CONTEXT, sealed)).contains("Ann");
    }

    @Test
    void makes_no_key_and_reads_what_it_sealed_also_when_the_owner_gets_one_later() {
        var sealed = branch.seal("subject/nobody", CONTEXT, "Nobody");
        assertThat(owners).containsExactly("subject/ann");
        assertThat(branch.open("subject/nobody", CONTEXT, sealed)).contains("Nobody");

        live.seal("subject/nobody", CONTEXT, "Nobody");

        assertThat(branch.open("subject/nobody", CONTEXT, sealed)).contains("Nobody");
    }
}
