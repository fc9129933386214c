package org.covigie.bot.whatsapp;

import java.util.Optional;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.HostedFiles;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where Twilio fetches pictures and files from. Whoever has no link finds nothing, and a browser shows nothing of it. */
@RestController
@Conditional(AccountGiven.class)
class MediaDoor {
    private final MediaLinks links;
    private final MediaStore store;
    private final HostedFiles files;

    MediaDoor(MediaLinks links, MediaStore store, HostedFiles files) {
        this.links = links;
        this.store = store;
        this.files = files;
    }

    @GetMapping(PublicAddress.MEDIA + "{token}")
    ResponseEntity<byte[]> fetch(@PathVariable String token) {
        Optional<Attachment> attachment = links.open(token);
        return attachment.isPresent()
                ? passedOn(attachment.get())
                : files.get(token).map(file -> answer(file.bytes(), file.type())).orElseGet(MediaDoor::nothing);
    }

    private ResponseEntity<byte[]> passedOn(Attachment attachment) {
        return switch (store.get(attachment)) {
            case MediaStore.Fetched.Bytes(byte[] bytes) -> answer(bytes, attachment.type());
            case MediaStore.Fetched.Gone none -> nothing();
            // not that there is none: whoever asks may come again
            case MediaStore.Fetched.NotNow none ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").build();
        };
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().build();
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, String type) {
        return ResponseEntity.ok().contentType(type(type)).cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                // what somebody sent must not run as a page of ours
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment").body(bytes);
    }

    private static MediaType type(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
