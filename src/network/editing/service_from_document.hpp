// A new service out of a document that describes it: its facts fill the form, and nothing is kept before it is saved.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/editing/edit_pages.hpp"
#include "network/service_reading/service_facts.hpp"
#include "network/territory/territory.hpp"
#include "platform/files/file_field.hpp"
#include "platform/http/form.hpp"

namespace network {

// What the form is filled with, and under which words of the document each thing stands.
struct FilledService {
    Sheet sheet{};
    struct Word {
        std::string field{}, words{};    // text key of the field; lines of the document
    };
    std::vector<Word> words{};
};
FilledService filled_from(const ServiceFacts&, const reading::TextDocument&, const CodeLists&, const Territory&,
                          const std::vector<Provider>&, Date day);

struct ServiceDocumentForm : http::Form {
    ServiceDocumentForm() = default;
    explicit ServiceDocumentForm(const http::Request&);
    const http::Upload* file = nullptr;
    std::string pasted_text{};
    std::int64_t which = 1;    // of several services that it describes
};

struct ServiceDocumentPage {
    const ServiceDocumentForm& form;
    std::string form_token{};
    std::vector<std::string> found{};    // services of the document, where it describes several

    files::FileInput file_input() const;
    html::Area text_field() const;
    html::Field which_field() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("found", page.found);
    }
    void write(html::Out&) const;
};

http::Response show_service_document(const http::Request&, Permit<may::KeepCatalogue>);
http::Response read_service_document(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_service_from_document(const http::Request&, Permit<may::KeepCatalogue>);

}
