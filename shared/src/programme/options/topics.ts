// Topics of the 2026 call, at most three are chosen. Source: xlsx copy of the web form, secondary.
import type { Question } from '../schema.ts';

export const topics: NonNullable<Question['options']> = [
  {
    id: 'awareness-about-the-european-union',
    label: 'Awareness about the European Union',
    group: 'Democracy, participation, and European values',
  },
  {
    id: 'democracy-and-inclusive-democratic-participation',
    label: 'Democracy and inclusive democratic participation',
    group: 'Democracy, participation, and European values',
  },
  {
    id: 'european-identity-citizenship-and-values',
    label: 'European identity, citizenship and values',
    group: 'Democracy, participation, and European values',
  },
  {
    id: 'human-rights-and-rule-of-law',
    label: 'Human rights and rule of law',
    group: 'Democracy, participation, and European values',
  },
  {
    id: 'media-literacy-and-tackling-disinformation',
    label: 'Media literacy and tackling disinformation',
    group: 'Democracy, participation, and European values',
  },
  {
    id: 'digital-content-and-pedagogical-practices',
    label: 'Digital content and pedagogical practices',
    group: 'Digital education, training and youth',
  },
  {
    id: 'digital-literacy-skills-and-competences',
    label: 'Digital literacy skills and competences',
    group: 'Digital education, training and youth',
  },
  {
    id: 'digital-safety-and-data-protection',
    label: 'Digital safety and data protection',
    group: 'Digital education, training and youth',
  },
  {
    id: 'digital-transformation-planning-and-implementation',
    label: 'Digital transformation planning and implementation',
    group: 'Digital education, training and youth',
  },
  {
    id: 'agriculture-forestry-and-fisheries',
    label: 'Agriculture, forestry and fisheries',
    group: 'Entrepreneurship, industry, and labour market',
  },
  { id: 'career-guidance', label: 'Career guidance', group: 'Entrepreneurship, industry, and labour market' },
  {
    id: 'cooperation-between-educational-institutions-and-b',
    label: 'Cooperation between educational institutions and business',
    group: 'Entrepreneurship, industry, and labour market',
  },
  {
    id: 'economic-and-financial-affairs-including-funding-i',
    label: 'Economic and financial affairs (including funding issues)',
    group: 'Entrepreneurship, industry, and labour market',
  },
  { id: 'employability', label: 'Employability', group: 'Entrepreneurship, industry, and labour market' },
  {
    id: 'enterprise-industry-smes-and-entrepreneurship',
    label: 'Enterprise, industry, SMEs and entrepreneurship',
    group: 'Entrepreneurship, industry, and labour market',
  },
  {
    id: 'entrepreneurial-learning-entrepreneurship-educatio',
    label: 'Entrepreneurial learning - entrepreneurship education',
    group: 'Entrepreneurship, industry, and labour market',
  },
  {
    id: 'equal-access-and-transition-to-labour-market',
    label: 'Equal access and transition to labour market',
    group: 'Entrepreneurship, industry, and labour market',
  },
  {
    id: 'overcoming-skills-mismatch-and-addressing-the-need',
    label: 'Overcoming skills mismatch and addressing the needs of the labour market',
    group: 'Entrepreneurship, industry, and labour market',
  },
  {
    id: 'energy-and-resources',
    label: 'Energy and resources',
    group: 'Environment, climate change and sustainability',
  },
  {
    id: 'environment-and-climate-change',
    label: 'Environment and climate change',
    group: 'Environment, climate change and sustainability',
  },
  { id: 'green-skills', label: 'Green skills', group: 'Environment, climate change and sustainability' },
  {
    id: 'bridging-intercultural-intergenerational-and-socia',
    label: 'Bridging intercultural, intergenerational and social divide',
    group: 'Inclusion and diversity',
  },
  { id: 'disabilities', label: 'Disabilities', group: 'Inclusion and diversity' },
  {
    id: 'inclusion-of-marginalised-young-people',
    label: 'Inclusion of marginalised young people',
    group: 'Inclusion and diversity',
  },
  {
    id: 'inclusion-promoting-equality-and-non-discriminatio',
    label: 'Inclusion, promoting equality and non-discrimination',
    group: 'Inclusion and diversity',
  },
  {
    id: 'preventing-racism-and-discrimination',
    label: 'Preventing racism and discrimination',
    group: 'Inclusion and diversity',
  },
  { id: 'preventing-radicalisation', label: 'Preventing radicalisation', group: 'Inclusion and diversity' },
  { id: 'promoting-gender-equality', label: 'Promoting gender equality', group: 'Inclusion and diversity' },
  { id: 'promoting-lgbt-equality', label: 'Promoting LGBT+ equality', group: 'Inclusion and diversity' },
  {
    id: 'reception-and-integration-of-refugees-and-migrants',
    label: 'Reception and integration of refugees and migrants',
    group: 'Inclusion and diversity',
  },
  { id: 'roma-and-or-other-minorities', label: 'Roma and/or other minorities', group: 'Inclusion and diversity' },
  {
    id: 'early-childhood-education-and-care',
    label: 'Early childhood education and care',
    group: 'Increasing the quality of learning and teaching',
  },
  {
    id: 'initial-and-continuous-training-for-teachers-train',
    label: 'Initial and continuous training for teachers, trainers and other education staff',
    group: 'Increasing the quality of learning and teaching',
  },
  {
    id: 'pedagogy-and-didactics',
    label: 'Pedagogy and didactics',
    group: 'Increasing the quality of learning and teaching',
  },
  {
    id: 'preventing-early-school-leaving-and-failure-in-edu',
    label: 'Preventing early school leaving and failure in education',
    group: 'Increasing the quality of learning and teaching',
  },
  {
    id: 'prevention-of-bullying',
    label: 'Prevention of bullying',
    group: 'Increasing the quality of learning and teaching',
  },
  { id: 'quality-assurance', label: 'Quality assurance', group: 'Increasing the quality of learning and teaching' },
  {
    id: 'creating-new-innovative-or-joint-curricula-or-cour',
    label: 'Creating new, innovative or joint curricula or courses',
    group: 'Innovation and creativity in education, training and youth',
  },
  {
    id: 'creativity-arts-and-culture',
    label: 'Creativity, arts and culture',
    group: 'Innovation and creativity in education, training and youth',
  },
  {
    id: 'development-of-training-courses',
    label: 'Development of training courses',
    group: 'Innovation and creativity in education, training and youth',
  },
  {
    id: 'new-learning-and-teaching-methods-and-approaches',
    label: 'New learning and teaching methods and approaches',
    group: 'Innovation and creativity in education, training and youth',
  },
  {
    id: 'open-and-distance-learning',
    label: 'Open and distance learning',
    group: 'Innovation and creativity in education, training and youth',
  },
  {
    id: 'inter-regional-cooperation',
    label: 'Inter-regional cooperation',
    group: 'International and cross-border cooperation',
  },
  {
    id: 'international-relations-and-development-cooperatio',
    label: 'International relations and development cooperation',
    group: 'International and cross-border cooperation',
  },
  {
    id: 'prevention-of-conflicts-post-conflict-rehabilitati',
    label: 'Prevention of conflicts, post-conflict rehabilitation',
    group: 'International and cross-border cooperation',
  },
  {
    id: 'basic-skills-and-key-competences',
    label: 'Basic skills and key competences',
    group: 'Skills, competences, tracking and recognition',
  },
  {
    id: 'graduate-tracking-systems',
    label: 'Graduate tracking systems',
    group: 'Skills, competences, tracking and recognition',
  },
  { id: 'micro-credentials', label: 'Micro-credentials', group: 'Skills, competences, tracking and recognition' },
  {
    id: 'recognition-transparency-certification',
    label: 'Recognition, transparency, certification',
    group: 'Skills, competences, tracking and recognition',
  },
  {
    id: 'science-technology-engineering-and-mathematics-ste',
    label: 'Science, technology, engineering and mathematics (STEM)',
    group: 'Skills, competences, tracking and recognition',
  },
  { id: 'soft-skills', label: 'Soft skills', group: 'Skills, competences, tracking and recognition' },
  { id: 'active-ageing', label: 'Active ageing', group: 'Social dimension in education, training and youth' },
  {
    id: 'community-development',
    label: 'Community development',
    group: 'Social dimension in education, training and youth',
  },
  { id: 'cultural-heritage', label: 'Cultural heritage', group: 'Social dimension in education, training and youth' },
  {
    id: 'development-of-disadvantaged-rural-and-urban-areas',
    label: 'Development of disadvantaged rural and urban areas',
    group: 'Social dimension in education, training and youth',
  },
  {
    id: 'disaster-prevention-preparedness-and-recovery',
    label: 'Disaster prevention, preparedness and recovery',
    group: 'Social dimension in education, training and youth',
  },
  {
    id: 'physical-and-mental-health-well-being',
    label: 'Physical and mental health, well-being',
    group: 'Social dimension in education, training and youth',
  },
  {
    id: 'social-assistance-and-welfare',
    label: 'Social assistance and welfare',
    group: 'Social dimension in education, training and youth',
  },
  { id: 'social-innovation', label: 'Social innovation', group: 'Social dimension in education, training and youth' },
];

export const topicsBasis: Question['optionsBasis'] = {
  value: true,
  confidence: 'sourced-secondary',
  sources: ['xlsx copy of the web form (GianfrancoStefani/ScritturaErasmus), 2026 wording'],
};
