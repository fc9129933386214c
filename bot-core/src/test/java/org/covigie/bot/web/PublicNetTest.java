package org.covigie.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNetTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "203.0.113.9", "::1",
            "::",
            "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
            "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "fec0::1"})
    void isNotEverybodys(String address) throws UnknownHostException {
        assertThat(PublicNet.holds(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "172.15.0.1", "100.128.0.1", "192.1.0.1", "8.8.8.8",
            "2001:4860:4860::8888", "2606:4700:4700::1111", "2a01:cb00::1", "::ffff:8.8.8.8"})
    void isEverybodys(String address) throws UnknownHostException {
        assertThat(PublicNet.holds(InetAddress.getByName(address))).isTrue();
    }
}
