package org.dutyledger.alerting.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.dutyledger.alerting.route.Receiver;
import org.dutyledger.alerting.route.Smtp;
import org.jspecify.annotations.Nullable;

/** Receivers by mail: text and HTML, in the languages that they read. */
final class MailChannel {

    private static final int SHOWN = 100;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable Smtp smtp;
    private final Duration patience;

    /**
     * @param smtp null: no mail can be sent
     * @param patience how long the server may take for each step
     */
    MailChannel(@Nullable Smtp smtp, Duration patience) {
        this.smtp = smtp;
        this.patience = patience;
    }

    Outcome send(Message message, Receiver receiver) {
        if (smtp == null || receiver.to() == null) {
            return new Outcome.Never("the routes name no smtp server, or no address");
        }
        try {
            Session session = session(smtp);
            MimeMessage mail = mail(message, receiver, session, smtp.from());
            String password = smtp.passwordFrom() == null ? null : smtp.passwordFrom().read();
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(smtp.host(), smtp.port(), smtp.user(), password);
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new Outcome.Taken();
        } catch (MessagingException | IllegalStateException e) {
            return new Outcome.NotNow(e.toString(), null);
        }
    }

    private Session session(Smtp server) {
        Properties properties = new Properties();
        String millis = Long.toString(patience.toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.starttls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }

    private static MimeMessage mail(
            Message message, Receiver receiver, Session session, String from)
            throws MessagingException {
        MimeMessage mail = new Named(session, message.id());
        mail.setFrom(new InternetAddress(from));
        List<Address> to = new ArrayList<>();
        for (String each : receiver.to() == null ? List.<String>of() : receiver.to()) {
            to.add(new InternetAddress(each));
        }
        mail.setRecipients(MimeMessage.RecipientType.TO, to.toArray(Address[]::new));
        mail.setSubject(Plain.subject(message, receiver).replaceAll("\\p{Cntrl}", " "), UTF_8);
        mail.setSentDate(Date.from(message.created()));
        mail.setHeader("X-Dutyledger-Message", message.id());
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(Plain.text(message, receiver, SHOWN), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(message, receiver), UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    /** The same message has the same Message-ID, however often it is sent. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@dutyledger>");
        }
    }

    private static String html(Message message, Receiver receiver) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        for (List<String> alert : Plain.alerts(message, receiver, SHOWN)) {
            html.append("<h3>").append(escaped(alert.getFirst())).append("</h3>");
            for (String line : alert.subList(1, alert.size() - 1)) {
                html.append("<p>").append(escaped(line)).append("</p>");
            }
            String link = escaped(alert.getLast());
            html.append("<p><a href=\"").append(link).append("\">").append(link);
            html.append("</a></p>");
        }
        int more = message.alerts().size() - SHOWN;
        if (more > 0) {
            html.append("<p>+ ").append(more).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
