import { Page } from '@strapi/strapi/admin';
import type * as React from 'react';
import { Navigate } from 'react-router-dom';
import { useMeReading } from '../../components/useMeReading';
import { PAGES_ROOT } from '../../text/pluginId';
import { landingPage } from './landingPage';

/** In place of the core's home page, which stays for those without work here. */
export const Landing = ({ home }: { home: React.ReactNode }) => {
  const { data: me, loading } = useMeReading();
  if (loading) return <Page.Loading />;
  const page = me ? landingPage(me.pages) : null;
  return page ? <Navigate to={`${PAGES_ROOT}/${page}`} replace /> : home;
};
