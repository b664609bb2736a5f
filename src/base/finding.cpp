#include "base/finding.h"

namespace prima {

std::string to_text(const Finding& finding, Language language) {
  std::string text = finding.file;
  if (finding.line > 0) text += (text.empty() ? "" : ":") + std::to_string(finding.line);
  if (!text.empty()) text += ": ";
  return text + finding.message.in(language);
}

}  // namespace prima
