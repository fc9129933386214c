package org.covigie.bot.whatsapp;

import java.util.List;
import org.covigie.bot.messaging.Receipt;

/** Where receipts go; on return they are stored. */
@FunctionalInterface
interface ReceiptSink {
    void accept(List<Receipt> receipts);
}
