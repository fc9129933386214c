package org.covigie.bot.testing;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/** No test talks to anything but this machine: who tries fails at once instead of depending on the world. */
public final class NetworkFence implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (!(ProxySelector.getDefault() instanceof Fence)) {
            ProxySelector.setDefault(new Fence());
        }
    }

    private static final class Fence extends ProxySelector {
        @Override
        public List<Proxy> select(@Nullable URI uri) {
            String host = uri == null ? null : uri.getHost();
            if (host == null || !(host.equals("localhost") || host.startsWith("127.") || host.contains(":"))) {
                throw new IllegalStateException("a test tried to reach " + host);
            }
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException fault) {}
    }
}
