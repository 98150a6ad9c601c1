// The staff's pages of attachments, the same for each kind of record, and what strangers take from a service.
#pragma once

#include "network/attachments/attachment.hpp"
#include "network/editing/edit_pages.hpp"
#include "platform/files/file_field.hpp"
#include "platform/files/file_room.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/routes.hpp"

namespace network {

// Whose attachments a page shows, and where its pages are.
struct AttachmentOwner {
    AttachedTo to;
    std::string title;      // the record's name
    std::string address;    // of the list: /sluzby/fokus-semily-std/prilohy
    html::Link back;
    bool publishes = false;    // some may stand on a public page…
    bool secret = false;       // …which this one's do not, as long as a place is secret
    std::string moved_to{};    // the list under the record's present name

    std::string at(const Attachment& one, const char* rest = "") const {
        return address + "/" + to_text(one.id) + rest;
    }
};

struct AttachmentForm : http::Form {
    AttachmentForm() = default;
    explicit AttachmentForm(const http::Request&, bool publishes);
    const http::Upload* file = nullptr;
    std::string title = text("nazev");
    bool published = false;
};

struct AttachmentsPage {
    AttachmentOwner owner;
    const AttachmentForm& form;
    std::vector<ListedAttachment> standing, removed;
    std::string form_token;
    std::int64_t bytes_most = 0;
    std::string said{};                        // text key of what was done
    std::optional<Attachment> taken_away{};    // just now, to be taken back at once

    bool full() const { return std::int64_t(standing.size()) >= attachments_most; }
    files::FileField file_field() const;
    html::Field title_field() const;
    html::CheckGroup published_field(html::Out&) const;
    std::string limits(html::Out&) const;
    std::string facts(const ListedAttachment&, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems());
        std::vector<std::string> titles;
        for (auto& one : page.standing) titles.push_back(one.attachment.title);
        visit("attachments", titles);
    }
    void write(html::Out&) const;
};

// PDF, 1,2 MB
std::string kind_and_size(const ListedAttachment&, const i18n::Texts&);

template <class May>
http::Response show_attachments(const http::Request&, Permit<May>);
template <class May>
http::Response add_attachment(const http::Request&, Permit<May>);
template <class May>
http::Response show_attachment(const http::Request&, Permit<May>);
template <class May>
http::Response edit_attachment(const http::Request&, Permit<May>);
template <class May>
http::Response remove_attachment(const http::Request&, Permit<May>);
template <class May>
http::Response take_attachment_back(const http::Request&, Permit<May>);
template <class May>
http::Response send_attachment(const http::Request&, Permit<May>);

// A published one of a service, to anybody.
http::Response send_published_attachment(const http::Request&, Permit<may::ReadService>);

// All pages of the attachments of one kind of record, below its own address.
template <class May>
void attachment_routes(http::Routes& at, const std::string& record) {
    auto list = record + "/prilohy", one = list + "/{priloha}";
    at.get<May>(list.c_str(), show_attachments<May>);
    at.post<May>(list.c_str(), add_attachment<May>, {.body_limit = files::upload_limit + 65'536, .uploads = true});
    at.get<May>(one.c_str(), show_attachment<May>);
    at.post<May>(one.c_str(), edit_attachment<May>);
    at.get<May>((one + "/soubor").c_str(), send_attachment<May>);
    at.post<May>((one + "/odebrat").c_str(), remove_attachment<May>);
    at.post<May>((one + "/vratit").c_str(), take_attachment_back<May>);
}

}
