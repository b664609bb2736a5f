#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"
#include "catalogue/standard.h"

// Ready standards to start from (reference/service_templates/*.yaml), written by us. None is a rule: a unit reads,
// corrects and completes it, and its head lays it down.
namespace prima::catalogue {

// What to fill in where a template is silent on purpose.
struct TemplateHint {
  Component component = Component::fees;
  Words text;
};

struct ServiceTemplate {
  std::string key;     // the name of its file
  std::string sector;  // key of one of template_sectors()
  Standard standard;   // without fees and times
  std::vector<TemplateHint> hints;

  // The hint for a component; null when there is none.
  const Words* hint(Component component) const;
};

struct TemplateSector {
  std::string_view key;
  Words name;
};

// The groups in which templates are shown, in their order.
const std::vector<TemplateSector>& template_sectors();

// Stands above every template and above a draft made from one.
Words template_notice();

// Reads one template. `file` is its name without folder and ending, which must be its key. Gives every finding, with
// the line in the file: what read_standard() finds, an unknown sector, a missing hint for fees or time, and a fee or a
// time that a template must not state.
Result<ServiceTemplate, Findings> read_template(std::string_view yaml, const std::string& file);

// All templates of the program, sorted by sector and title.
const std::vector<ServiceTemplate>& service_templates();

// The template with this key; null when there is none.
const ServiceTemplate* find_template(std::string_view key);

// A first draft made from a template.
Edition draft_from(const ServiceTemplate& source);

}  // namespace prima::catalogue
