// By which server letters go out, as the operator configures it.
#pragma once

#include "platform/mail/mail_message.hpp"

#include <filesystem>

namespace mail {

struct Settings {
    std::string smtp_url{};    // smtp://host:587, smtps://host:465; empty: letters wait
    std::string smtp_user{};
    std::filesystem::path smtp_password_file{};    // readable by its owner and group alone
    std::filesystem::path smtp_ca_file{};          // of a server whose certificate the system does not know
    std::string smtp_tls{};                        // required, optional; unless told required, but not on this machine
    std::string from{};    // Opora <opora@kraj.example>; unless told the contact of the instance
};

// The settings read and checked.
struct Server {
    std::string url;
    std::string user, password;
    std::filesystem::path ca_file;
    bool tls_required = true;
    Mailbox from;
};

// Nothing where no server is configured.  Throws std::runtime_error with a sentence for the operator.
std::optional<Server> server_of(const Settings&, const std::string& contact_email, const std::string& public_url);

}
